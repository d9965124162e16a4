import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import type { FormCriterion } from '../../../shared/domain/criteria/form.ts'
import type { CheckedProduct } from './check-products-sheet.ts'
import { checkTotalRow, isTotalRow } from './check-total-row.ts'
import { findNamedCriterion, findNamedProduct } from './find-named.ts'
import type { Findings } from './findings.ts'
import { scoreColumns } from './layout.ts'
import type { PlainSheet } from '../xlsx/plain-sheet.ts'
import { readPoints } from './points.ts'
import { readInteger } from './read-field.ts'
import { faultyKind } from '../xlsx/faulty-kind.ts'
import { readNumber } from './read-number.ts'
import { readTable, reportOtherColumns, type OtherColumn, type Table } from './read-table.ts'
import type { ScoredRound, ScoredRow, ScoreRow } from './scored-round.ts'
import type { ImportedMember } from './session-import.ts'

type OpenRound = { readonly product: CheckedProduct; readonly round: number; readonly rows: Map<number, ScoredRow> }

/** Checks the sheet `Điểm`. Cells that are blank or faulty have no choice; faulty ones have their fault. */
export function checkScoresSheet({
  sheet,
  products,
  members,
  findings,
}: {
  sheet: PlainSheet
  products: readonly CheckedProduct[]
  members: readonly ImportedMember[]
  findings: Findings
}): readonly ScoredRound[] {
  const table = readTable({ sheet, columns: scoreColumns, findings })
  if (table === null) return []
  const columnOf = placeMembers({ sheet, table, members, findings })
  const rounds = new Map<string, OpenRound>()
  const totals: { readonly row: ScoreRow; readonly open: OpenRound }[] = []
  for (const row of table.rows) {
    const product = findNamedProduct(row.field('product'), products)
    const round = row.field('round').cell.kind === 'blank' ? 1 : readInteger(row.field('round'), [1, 99])
    const isTotal = isTotalRow(row)
    const criterion = isTotal ? null : findNamedCriterion(row.field('criterion'), product?.form ?? null)
    if (product === null || product.form === null || round === null) continue
    if (!isTotal && criterion === null) continue
    const key = `${round} ${product.code}`
    const open = rounds.get(key) ?? { product, round, rows: new Map<number, ScoredRow>() }
    rounds.set(key, open)
    if (criterion === null) totals.push({ row, open })
    else addRow({ row, open, criterion, columnOf })
  }
  for (const { row, open } of totals) checkTotalRow(row, open, columnOf)
  return [...rounds.values()]
}

type PlaceMembersInput = {
  sheet: PlainSheet
  table: Table<keyof typeof scoreColumns>
  members: readonly ImportedMember[]
  findings: Findings
}

/** Finds each member's column: by the code, matched as titles are; says which members have none. */
function placeMembers({ sheet, table, members, findings }: PlaceMembersInput): ReadonlyMap<string, OtherColumn> {
  const byName = new Map(table.others.map((column) => [fold(column.title), column]))
  const columnOf = new Map(
    members.flatMap(({ code }) => {
      const column = byName.get(fold(code))
      return column === undefined ? [] : [[code, column] as const]
    }),
  )
  const taken = new Set(columnOf.values())
  reportOtherColumns(table.others.filter((column) => !taken.has(column)))
  for (const { code } of members.filter((member) => !columnOf.has(member.code))) {
    findings
      .at({ sheet: sheet.name, row: null, column: code })
      .notice(`Không có cột điểm của thành viên ${code}: coi như chưa chấm`, `Một cột có tiêu đề “${code}”`, 'Không có')
  }
  return columnOf
}

type AddRowInput = {
  row: ScoreRow
  open: OpenRound
  criterion: FormCriterion
  columnOf: ReadonlyMap<string, OtherColumn>
}

function addRow({ row, open, criterion: { criterion, index }, columnOf }: AddRowInput): void {
  const { product, round } = open
  const earlier = open.rows.get(index)
  if (earlier !== undefined) {
    row
      .field('criterion')
      .fault(
        `Tiêu chí ${criterion.code} của sản phẩm ${product.code}, lần chấm ${round} đã có ở dòng ${earlier.row}`,
        'Mỗi sản phẩm, mỗi lần chấm, mỗi tiêu chí một dòng',
        `${product.code}, lần ${round}, ${criterion.code}`,
      )
    return
  }
  checkDescription(row, criterion)
  const choices = new Map<string, number>()
  for (const [code, column] of columnOf) {
    const { cell, fault } = row.other(column)
    const reading = readPoints({ cell, criterion, criteriaCase: product.criteriaCase })
    if (reading.kind === 'option') choices.set(code, reading.option)
    if (reading.kind === 'fault') fault(reading.message, reading.allowed)
  }
  open.rows.set(index, { row: row.number, choices })
}

/** The two descriptive columns must not tell of another form: a stale form is how last year's points slip in. */
function checkDescription(row: ScoreRow, { code, max, title }: FormCriterion['criterion']): void {
  const { cell, fault } = row.field('max')
  const reading = readNumber(cell)
  if (cell.kind !== 'blank' && !(reading.kind === 'number' && reading.value === max)) {
    const problem = `Điểm tối đa không đúng với bộ tiêu chí: tiêu chí ${code} tối đa ${max} điểm`
    fault(faultyKind(cell) ?? problem, String(max))
  }
  const named = row.field('title')
  if (named.cell.kind === 'text' && fold(named.cell.text) !== fold(title)) {
    named.notice(`Tên tiêu chí khác với bộ tiêu chí; điểm được nhập theo mã ${code}`, title)
  }
}
