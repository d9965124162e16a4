import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import type { FormCriterion } from '../../../shared/domain/criteria/form.ts'
import { checkTotalRow, isTotalRow } from './check-total-row.ts'
import { findNamedCriterion, findNamedProduct } from './find-named.ts'
import type { Findings } from './findings.ts'
import type { ColumnTitle, scoreColumns } from './layout.ts'
import type { PlainSheet } from '../xlsx/plain-sheet.ts'
import { readPoints } from './points.ts'
import { readInteger } from './read-field.ts'
import { faultyKind } from '../xlsx/faulty-kind.ts'
import { readNumber } from './read-number.ts'
import { readTable, reportOtherColumns, type OtherColumn, type Table } from './read-table.ts'
import type { ScoredProduct, ScoredRound, ScoredRow, ScoreRow } from './scored-round.ts'

type OpenRound = { readonly product: ScoredProduct; readonly round: number; readonly rows: Map<number, ScoredRow> }

/** Whose points a sheet has, for its columns and for what is said of them. */
export type PointsOf = {
  readonly columns: Readonly<Record<keyof typeof scoreColumns, ColumnTitle>>
  /** Where the codes of its products stand. */
  readonly knownCodes: string
  /** Of the last round that a product can have. */
  readonly lastRound: number
  /** Where a scorer has no column. */
  readonly lacking: (scorer: string) => string
}

type CheckScoresInput = {
  readonly sheet: PlainSheet
  readonly products: readonly ScoredProduct[]
  /** By the titles of their columns. */
  readonly scorers: readonly string[]
  readonly findings: Findings
  readonly of: PointsOf
}

/** Checks a sheet of points. Cells that are blank or faulty have no choice; faulty ones have their fault. */
export function checkScoresSheet({ sheet, products, scorers, findings, of }: CheckScoresInput): readonly ScoredRound[] {
  const table = readTable({ sheet, columns: of.columns, findings })
  if (table === null) return []
  const columnOf = placeScorers({ sheet, table, scorers, findings, of })
  const rounds = new Map<string, OpenRound>()
  const totals: { readonly row: ScoreRow; readonly open: OpenRound }[] = []
  for (const row of table.rows) {
    const product = findNamedProduct(row.field('product'), products, of.knownCodes)
    const round = row.field('round').cell.kind === 'blank' ? 1 : readInteger(row.field('round'), [1, of.lastRound])
    const isTotal = isTotalRow(row)
    const criterion = isTotal ? null : findNamedCriterion(row.field('criterion'), product?.form ?? null)
    if (product === null || product.form === null || round === null) continue
    if (!isTotal && criterion === null) continue
    const key = `${round} ${product.code}`
    const open = rounds.get(key) ?? { product, round, rows: new Map<number, ScoredRow>() }
    if (!rounds.has(key)) checkName(row, product)
    rounds.set(key, open)
    if (criterion === null) totals.push({ row, open })
    else addRow({ row, open, criterion, columnOf, of })
  }
  for (const { row, open } of totals) checkTotalRow(row, open, columnOf)
  return [...rounds.values()]
}

type PlaceScorersInput = Pick<CheckScoresInput, 'sheet' | 'scorers' | 'findings' | 'of'> & {
  readonly table: Table<keyof typeof scoreColumns>
}

/** Finds each scorer's column, whose title is matched as titles are; says who has none. */
function placeScorers(input: PlaceScorersInput): ReadonlyMap<string, OtherColumn> {
  const { sheet, table, scorers, findings, of } = input
  const byName = new Map(table.others.map((column) => [fold(column.title), column]))
  const columnOf = new Map(
    scorers.flatMap((scorer) => {
      const column = byName.get(fold(scorer))
      return column === undefined ? [] : [[scorer, column] as const]
    }),
  )
  const taken = new Set(columnOf.values())
  reportOtherColumns(table.others.filter((column) => !taken.has(column)))
  for (const scorer of scorers.filter((one) => !columnOf.has(one))) {
    findings
      .at({ sheet: sheet.name, row: null, column: scorer })
      .notice(of.lacking(scorer), `Một cột có tiêu đề “${scorer}”`, 'Không có')
  }
  return columnOf
}

type AddRowInput = {
  row: ScoreRow
  open: OpenRound
  criterion: FormCriterion
  columnOf: ReadonlyMap<string, OtherColumn>
  of: PointsOf
}

function addRow({ row, open, criterion: { criterion, index }, columnOf, of }: AddRowInput): void {
  const { product, round } = open
  const earlier = open.rows.get(index)
  if (earlier !== undefined) {
    const [ofRound, eachRound, found] =
      of.lastRound === 1 ? ['', '', ''] : [`, lần chấm ${round}`, ', mỗi lần chấm', `, lần ${round}`]
    row
      .field('criterion')
      .fault(
        `Tiêu chí ${criterion.code} của sản phẩm ${product.code}${ofRound} đã có ở dòng ${earlier.row}`,
        `Mỗi sản phẩm${eachRound}, mỗi tiêu chí một dòng`,
        `${product.code}${found}, ${criterion.code}`,
      )
    return
  }
  checkDescription(row, criterion)
  const choices = new Map<string, number>()
  for (const [scorer, column] of columnOf) {
    const { cell, fault } = row.other(column)
    const reading = readPoints({ cell, criterion, criteriaCase: product.criteriaCase })
    if (reading.kind === 'option') choices.set(scorer, reading.option)
    if (reading.kind === 'fault') fault(reading.message, reading.allowed)
  }
  open.rows.set(index, { row: row.number, choices })
}

/** Said once a product: under its code another one may have stood when the workbook was laid out. */
function checkName(row: ScoreRow, { code, productName }: ScoredProduct): void {
  const { cell, notice } = row.field('name')
  if (cell.kind === 'blank' || (cell.kind === 'text' && fold(cell.text) === fold(productName))) return
  notice(`Tên sản phẩm khác với tên của sản phẩm mang mã ${code}; điểm được nhập theo mã`, productName)
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
