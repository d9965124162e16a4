import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { ListPreview } from '../../../shared/api/register.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { columnLetter } from '../../../shared/domain/column-letter.ts'
import { nearCommunes, type KnownCommune } from '../../../shared/domain/communes/near-communes.ts'
import { closedYearsIn } from '../../../shared/domain/register/closed-years.ts'
import type { ListPlan, NearProduct } from '../../../shared/domain/register/plan-list.ts'
import type { ListFinding, RegisterField, RegisterList } from '../../../shared/domain/register/register-list.ts'
import type { RegisteredProduct } from '../../../shared/domain/register/registered-product.ts'
import { toldValue } from '../../workbooks/register/told-value.ts'
import { cellsOf, decisionCells } from './list-cells.ts'
import { ownFindings } from './own-findings.ts'

type HeldAgainst = {
  readonly register: readonly RegisteredProduct[]
  readonly communes: readonly KnownCommune[]
  /** Nothing of them is changed. */
  readonly closedYears: readonly number[]
  /** ISO day. */
  readonly today: string
}

/** A list with what taking it would write. */
export function previewList(list: RegisterList, plan: ListPlan, against: HeldAgainst): ListPreview {
  const { communes, today } = against
  const misspelt = communeFindings(list, communes)
  const closed = closedFindings(list, plan, against)
  const faulty = new Set(closed.map(({ row }) => row))
  const changes = new Map(plan.rows.map(({ row, change }) => [row, change]))
  const revived = plan.withdrawn.filter(({ isWritten }) => isWritten)
  const near = new Set(
    [
      plan.near,
      plan.changed,
      plan.otherDays,
      plan.otherThanCertified,
      plan.notRecognised,
      plan.otherCertificates,
      revived,
      misspelt,
    ].flatMap((doubts) => doubts.map(({ row }) => row)),
  )
  const rows = list.rows.map((row) => ({
    row: row.row,
    state: stateOf(row, { faulty, near }),
    values: row.values,
    details: row.details,
    change: changes.get(row.row) ?? ('new' as const),
    recognitionCount: row.recognitions.length,
  }))
  return {
    ...list,
    rows,
    near: plan.near,
    faults: [
      ...list.faults,
      ...nearFindings(list, plan),
      ...changeFindings(list, plan),
      ...otherDayFindings(list, plan, today),
      ...ownFindings(list, plan),
      ...misspelt.map(({ finding }) => finding),
      ...closed.map(({ finding }) => finding),
    ],
  }
}

type RowState = ListPreview['rows'][number]['state']
type Rows = ReadonlySet<number>

function stateOf(
  { row, state }: { readonly row: number; readonly state: RowState },
  { faulty, near }: { readonly faulty: Rows; readonly near: Rows },
): RowState {
  if (faulty.has(row)) return 'faulty'
  return near.has(row) && state === 'sound' ? 'doubtful' : state
}

/** Communes that the office's list, or the file, spells otherwise: asked at the cell that names them. */
function communeFindings(
  { sheet, columns, rows }: RegisterList,
  known: readonly KnownCommune[],
): readonly { readonly row: number; readonly finding: ListFinding }[] {
  const column = columns.find(({ field }) => field === 'commune') ?? columns.find(({ field }) => field === 'address')
  if (known.length === 0) return []
  const reasons = new Map<string, string | null>()
  const reasonFor = (place: KnownCommune): string | null => {
    const near = nearCommunes(place, known).map(({ commune }) => `“${commune}”`)
    return near.length === 0 ? null : `Có phải ${near.join(' hoặc ')}? Dòng này ghi “${place.commune}”.`
  }
  return rows.flatMap(({ row, values: { commune, district } }) => {
    if (commune === null) return []
    const key = `${commune}|${district ?? ''}`
    const reason = reasons.get(key) ?? (reasons.has(key) ? null : reasonFor({ commune, district: district ?? '' }))
    reasons.set(key, reason)
    const cell = `${column?.letter ?? columnLetter(1)}${row}`
    return reason === null ? [] : [{ row, finding: { sheet, cell, level: 'doubt' as const, reason } }]
  })
}

/** What the list says otherwise of a recognition that the register has: the old and the new at its cell. */
function changeFindings(list: RegisterList, { changed }: ListPlan): readonly ListFinding[] {
  const cellOf = cellsOf(list)
  return changed.map(({ row, field, before, after, decisionNumber, decisionDate }) => {
    const decision = [decisionNumber ?? '', decisionDate === null ? '' : `ngày ${formatDate(decisionDate)}`]
    const of = field === 'decisionNumber' ? decision.slice(1) : decision
    const said = of.filter((part) => part !== '').join(' ')
    const [old, fresh] = [before, after].map((value) => toldValue(field, value))
    const cell =
      field === 'decisionNumber' ? cellOf(row, field, 'decision') : cellOf(row, field, `${field}1`, `${field}2`)
    const reason = `Danh mục đang ghi ${old}${said === '' ? '' : ` (quyết định ${said})`}; danh sách này đổi thành ${fresh}.`
    return { sheet: list.sheet, cell, level: 'doubt', reason }
  })
}

/** A decision that the register has with another day, and whether that day makes valid again what has ended. */
function otherDayFindings(list: RegisterList, { otherDays }: ListPlan, today: string): readonly ListFinding[] {
  const cellOf = cellsOf(list)
  return otherDays.map(({ row, number, said, known, isOwn, isChange }) => {
    const cell = cellOf(row, ...decisionCells)
    const whose = isOwn ? 'của chính sản phẩm này' : 'của sản phẩm khác'
    const isRevived =
      known.validUntil !== null && said.validUntil !== null && known.validUntil <= today && today < said.validUntil
    const revived = isRevived && isOwn ? ' Theo ngày của danh sách, sản phẩm đã hết hạn lại còn hiệu lực.' : ''
    const says = isChange ? 'danh sách này đổi thành ngày' : 'dòng này ghi ngày'
    const reason = `Danh mục ghi quyết định ${number} (${whose}) ngày ${formatDate(known.day)}; ${says} ${formatDate(said.day)}.${revived}`
    return { sheet: list.sheet, cell, level: 'doubt', reason }
  })
}

type OfRow = { readonly row: number; readonly finding: ListFinding }

/** What taking a row would change of a year whose books are closed, at the cell that says the year. */
function closedFindings(
  list: RegisterList,
  { rows }: ListPlan,
  { register, closedYears }: HeldAgainst,
): readonly OfRow[] {
  if (closedYears.length === 0) return []
  const closedOf = closedYearsIn(register, closedYears)
  const cellOf = yearCellsOf(list)
  return rows.flatMap((planned) => {
    const { row } = planned
    const { decided, registered } = closedOf(planned)
    const faultAt = (cell: string, reason: string) => ({
      row,
      finding: { sheet: list.sheet, cell, level: 'fault' as const, reason },
    })
    return [
      ...decided.map((year) =>
        faultAt(
          cellOf(row, year),
          `Sổ năm ${year} đã khóa: không thêm, không sửa được quyết định của năm này. Bỏ dòng này, hoặc mở lại sổ ở trang Các năm rồi nhận lại.`,
        ),
      ),
      ...registered.map((year) =>
        faultAt(
          cellsOf(list)(row, 'product'),
          `Sổ năm ${year} đã khóa: không đăng ký thêm được sản phẩm cho năm này. Chọn năm đăng ký khác, hoặc mở lại sổ ở trang Các năm.`,
        ),
      ),
    ]
  })
}

/** The cell of a row that says a year of a decision; that of the decision where none spells it so. */
function yearCellsOf(list: RegisterList): (row: number, year: number) => string {
  const { columns, rows } = list
  const raws = new Map(rows.map(({ row, raw }) => [row, raw]))
  const letters = columns.flatMap(({ field, letter }) => (field?.startsWith('decision') === true ? [letter] : []))
  return (row, year) => {
    const raw = raws.get(row) ?? {}
    const letter = letters.find((one) => raw[one]?.includes(String(year)))
    return letter === undefined ? cellsOf(list)(row, ...decisionCells) : `${letter}${row}`
  }
}

function nearFindings({ sheet, columns }: RegisterList, { near }: ListPlan): readonly ListFinding[] {
  const letterOf = (field: RegisterField) => columns.find((column) => column.field === field)?.letter ?? columnLetter(1)
  const fieldOf = ({ why, name }: NearProduct) =>
    why === 'code' ? 'code' : why === 'other-producer' || name === null ? 'producer' : 'product'
  return near.map((one) => ({
    sheet,
    cell: `${letterOf(fieldOf(one))}${one.row}`,
    level: 'doubt',
    reason: nearReason(one),
  }))
}

function nearReason({ why, name, producer, commune, code }: NearProduct): string {
  const known = name === null ? `chủ thể “${producer}”` : `“${name}” của ${producer}`
  switch (why) {
    case 'code':
      return `Mã “${code}” đã là mã của ${known}; dòng này được nhận không kèm mã.`
    case 'spelling':
      return `Dòng này ghi không dấu, hoặc danh mục ghi không dấu: được nhận là ${known} đã có trong danh mục.`
    case 'place':
      return `Trùng tên với ${known}${commune === '' ? '' : ` ở ${commune}`} đã có trong danh mục; dòng này ghi nơi khác.`
    case 'other-producer':
      return `Trùng tên với ${known} ở cùng xã đã có trong danh mục; dòng này ghi chủ thể khác.`
    case 'product':
    case 'producer':
      return `Gần giống ${known} đã có trong danh mục.`
    default:
      return assertNever(why)
  }
}
