import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { ListPreview } from '../../../shared/api/register.ts'
import { columnLetter } from '../../../shared/domain/column-letter.ts'
import { nearCommunes, type KnownCommune } from '../../../shared/domain/communes/near-communes.ts'
import type { ListPlan, NearProduct } from '../../../shared/domain/register/plan-list.ts'
import type { ListFinding, RegisterField, RegisterList } from '../../../shared/domain/register/register-list.ts'

/** A list with what taking it would write. */
export function previewList(list: RegisterList, plan: ListPlan, communes: readonly KnownCommune[]): ListPreview {
  const misspelt = communeFindings(list, communes)
  const changes = new Map(plan.rows.map(({ row, change }) => [row, change]))
  const near = new Set([...plan.near.map(({ row }) => row), ...misspelt.map(({ row }) => row)])
  const rows = list.rows.map(({ raw: _raw, ...row }) => ({
    ...row,
    state: near.has(row.row) && row.state === 'sound' ? ('doubtful' as const) : row.state,
    change: changes.get(row.row) ?? ('new' as const),
  }))
  return {
    ...list,
    rows,
    near: plan.near,
    faults: [...list.faults, ...nearFindings(list, plan), ...misspelt.map(({ finding }) => finding)],
  }
}

/** Communes that the office's list, or the file, spells otherwise: asked at the cell that names them. */
function communeFindings(
  { sheet, columns, rows }: RegisterList,
  known: readonly KnownCommune[],
): readonly { readonly row: number; readonly finding: ListFinding }[] {
  const column = columns.find(({ field }) => field === 'commune') ?? columns.find(({ field }) => field === 'address')
  const reasons = new Map<string, string | null>()
  const reasonFor = (place: KnownCommune): string | null => {
    const near = nearCommunes(place, known).map(({ commune }) => `“${commune}”`)
    return near.length === 0 ? null : `Có phải ${near.join(' hoặc ')}? Dòng này ghi “${place.commune}”.`
  }
  return rows.flatMap(({ row, values: { commune, district } }) => {
    if (commune === null || known.length === 0) return []
    const key = `${commune}|${district ?? ''}`
    const reason = reasons.get(key) ?? (reasons.has(key) ? null : reasonFor({ commune, district: district ?? '' }))
    reasons.set(key, reason)
    const cell = `${column?.letter ?? columnLetter(1)}${row}`
    return reason === null ? [] : [{ row, finding: { sheet, cell, level: 'doubt' as const, reason } }]
  })
}

function nearFindings({ sheet, columns }: RegisterList, { near }: ListPlan): readonly ListFinding[] {
  const letterOf = (field: RegisterField) => columns.find((column) => column.field === field)?.letter ?? columnLetter(1)
  return near.map((one) => ({
    sheet,
    cell: `${letterOf(one.why === 'code' ? 'code' : one.name === null ? 'producer' : 'product')}${one.row}`,
    level: 'doubt',
    reason: nearReason(one),
  }))
}

function nearReason({ why, name, producer, commune, code }: NearProduct): string {
  const known = name === null ? `chủ thể “${producer}”` : `“${name}” của ${producer}`
  switch (why) {
    case 'code':
      return `Mã “${code}” đã là mã của ${known}; dòng này được nhận không kèm mã.`
    case 'place':
      return `Trùng tên với ${known}${commune === '' ? '' : ` ở ${commune}`} đã có trong danh mục; dòng này ghi nơi khác.`
    case 'product':
    case 'producer':
      return `Gần giống ${known} đã có trong danh mục.`
    default:
      return assertNever(why)
  }
}
