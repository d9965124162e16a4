import type { RegisterField, RegisterRow } from '../../../shared/domain/register/register-list.ts'
import type { ListHead } from '../lists/find-head.ts'
import type { ListSheet } from '../lists/list-sheet.ts'
import { fillFromAbove } from './as-above.ts'
import { classifyRow, headOfRow } from './classify-row.ts'
import type { ListFindings } from './list-findings.ts'
import { belowHeading, belowUnknown, noGroup, type Group } from './list-groups.ts'
import { listReasons } from './list-reasons.ts'
import { readMonthFirstColumns } from './month-first.ts'
import { listTable, type ListTable } from './list-table.ts'
import { withInstead } from './instead-columns.ts'
import { continueBlock, emptyRow, ownBlock, type Block } from './producer-blocks.ts'
import { nextPlace, withProducerOfRow } from './producer-rows.ts'
import { productRow } from './product-row.ts'
import { readerOf } from './read-cells.ts'
import type { RecognitionLaw } from './read-recognition.ts'
import { repeatedHeads } from './repeated-head.ts'
import { rowCells, withMarkedStar, type RowCells } from './row-cells.ts'
import type { TitleDecision } from './title-decision.ts'

export type WalkInput = {
  readonly sheet: ListSheet
  readonly head: ListHead
  readonly fields: ReadonlyMap<number, RegisterField | null>
  /** The fields of a head that stands further down with its columns in another order. */
  readonly assign: (heads: ListHead['heads']) => WalkInput['fields']
  readonly besideOf: (heads: ListHead['heads'], fields: WalkInput['fields']) => Pick<ListTable, 'rivals' | 'times'>
  readonly law: RecognitionLaw
  readonly title: TitleDecision | null
  readonly findings: ListFindings
  readonly is1904: boolean
}

/** The products of a list, from its head down to where it is signed. What stands between them is told, never dropped silently. */
export function walkRows(input: WalkInput): readonly RegisterRow[] {
  const { sheet, head, findings } = input
  const hidden = sheet.part.cells.hiddenRows
  const rows: RegisterRow[] = []
  const isNumberedList = [...input.fields.values()].includes('place')
  const ownTable = listTable({
    fields: input.fields,
    heads: head.heads,
    ...input.besideOf(head.heads, input.fields),
  })
  let table = ownTable
  let group = noGroup
  /** The producer of the row above; `alone`: it stands in a row without a product, whose products follow. */
  let block: Block | null = null
  let alone: { readonly block: Block; readonly raw: RegisterRow['raw']; readonly column: number } | null = null
  let isSigned = false
  /** What the row above shows, for marks that say the same. */
  let above: RowCells['byField'] | null = null
  /** The row above heads what follows. */
  let isBelowGroup = false
  let isHeaded = false
  const forgetAlone = () => {
    if (alone === null) return
    findings.add('fault', { row: alone.block.row, column: alone.column }, listReasons.noProduct())
    rows.push(emptyRow(alone.block, alone.raw))
    alone = null
  }
  const readRepeated = repeatedHeads(head)
  const monthFirstAt = readMonthFirstColumns(sheet, head.firstRow)
  for (let row = head.firstRow; row <= sheet.lastRow; row += 1) {
    const repeated = readRepeated(sheet.cellsIn(row), table.columnOf('product'))
    if (repeated !== null) {
      forgetAlone()
      const before = table
      table = repeated.kind === 'same' ? ownTable : movedTable(input, row, repeated.heads)
      // Another table begins; what heads it may stand right above its head.
      if (repeated.kind === 'moved' || before.fields !== table.fields) {
        group = isBelowGroup ? onlyLast(group) : noGroup
        block = null
      }
      isSigned = false
      above = null
      continue
    }
    const marked = markedStars(sheet.cellsIn(row), table)
    const told = withInstead(rowCells(sheet, row, table.fields), { cells: sheet.cellsIn(row), table })
    const shown = withMarkedStar(fillFromAbove(told, above, findings), marked)
    const cells = table.hasProducers ? shown : withProducerOfRow(shown, placesAt(sheet, row, table))
    const kind = classifyRow(cells, { isSigned, hasBlock: block !== null })
    if (kind === 'nothing') continue
    above = kind === 'product' || kind === 'producer' ? cells.byField : null
    const wasBelowGroup = isBelowGroup
    isBelowGroup = kind === 'group'
    const { text } = headOfRow(cells)
    const first = { row, column: cells.byField.get('product')?.column ?? table.columnOf('product') }
    if (kind !== 'product' && kind !== 'producer') {
      block = null
      if (kind === 'foot') findings.add('note', first, listReasons.footRow(shorten(text)))
      if (kind === 'signing') isSigned = true
      if (kind === 'group') group = belowHeading(group, text, wasBelowGroup)
      isHeaded ||= group.decision !== null
      if (kind === 'unknown') {
        findings.add('doubt', first, listReasons.unknownRow(shorten(text)))
        if (headsRows(cells, table)) group = belowUnknown(group, shorten(text))
      }
      continue
    }
    const reader = readerOf({ cells, findings, is1904: input.is1904, monthFirstAt })
    if (hidden.has(row)) findings.add('doubt', first, listReasons.hiddenRow(row))
    const own = ownBlock(cells, reader)
    if (kind === 'producer') {
      forgetAlone()
      alone = { block: own, raw: cells.raw, column: table.columnOf('product') }
      block = own
      continue
    }
    if (!own.values.has('producer') && alone !== null) alone = null
    else forgetAlone()
    const goingOn: Block | null = own.values.has('producer') || !cells.byField.has('product') ? null : block
    const continued: Block | null =
      goingOn === null ? own : continueBlock(own, goingOn, { reader, findings, isNumberedList })
    const notTaken = continued === null ? (goingOn?.values.get('producer') ?? null) : null
    // What stands below a row that is nobody's is not the producer's above it either.
    if (continued === null) block = null
    else if (continued.values.has('producer')) block = continued
    const { values } = continued ?? own
    const { law, title } = input
    const [[other] = [], ...more] = marked.toReversed()
    if (other !== undefined && more.length > 0)
      findings.add('doubt', { row, column: other }, listReasons.severalMarks())
    rows.push(productRow({ sheet, table, law, title, findings, cells, reader, group, values, notTaken }))
  }
  forgetAlone()
  tellRowsWithout(rows, { table, isHeaded, findings })
  return rows
}

type RowsWithout = {
  readonly table: ListTable
  /** A heading names the decision of rows. */
  readonly isHeaded: boolean
  readonly findings: ListFindings
}

/** In a list of what was recognised, a row that says nothing of it is doubtful, and so is one without a day among days. */
function tellRowsWithout(rows: readonly RegisterRow[], { table, isHeaded, findings }: RowsWithout): void {
  if (!table.hasDecisions && !isHeaded) return
  const recognised = rows.filter(({ recognitions }) => recognitions.length > 0)
  const dated = recognised.filter(({ values }) => values.decisionDate !== null)
  const isMost = recognised.length * 2 > rows.length
  const areMostDated = dated.length * 2 > recognised.length
  for (const { row, values, recognitions, isFailed } of rows) {
    const isBare = recognitions.length === 0 && isFailed !== true && values.product !== null && values.star === null
    if (isMost && isBare) findings.add('doubt', { row, column: table.columnOf('product') }, listReasons.noRecognition())
    const isOfYear = recognitions[0]?.decisionDate === null && recognitions[0].decisionYear !== null
    if (areMostDated && isOfYear && findings.stateOf(row) === 'sound')
      findings.add(
        'doubt',
        { row, column: table.columnOf(isHeaded ? 'product' : 'decisionYear') },
        listReasons.noDecisionDay(),
      )
  }
}

function placesAt(sheet: ListSheet, row: number, table: ListTable) {
  const column = table.columnOf('place')
  return { own: sheet.cellsIn(row).get(column)?.text.trim() ?? '', next: nextPlace(sheet, { row, column }) }
}

/** The columns for a star each that a row has a cross in, or a `1` that sums count, or the star itself. */
function markedStars(cells: ReturnType<ListSheet['cellsIn']>, { starColumns }: ListTable) {
  return [...starColumns].filter(([column, star]) => {
    const text = cells.get(column)?.text.trim() ?? ''
    return /^[x✓✔v+1]$/iu.test(text) || text === String(star) || /^0?(\d) ?sao$/iu.exec(text)?.[1] === String(star)
  })
}

const noTimes: ListTable['times'] = { years: { first: null, second: null }, formers: [], instead: [] }

/** The rows below a head whose columns stand in another order: by the new order, or by none where it cannot be told. */
function movedTable(input: WalkInput, row: number, heads: ListHead['heads']): ListTable {
  const { head, fields, assign, besideOf, findings } = input
  const assigned: WalkInput['fields'] = head.top === head.bottom ? assign(heads) : new Map()
  const said = new Set(assigned.values())
  const column = [...heads.keys()][0] ?? 1
  if (!said.has('product') || !said.has('producer'))
    return listTable({ fields, heads: head.heads, rivals: new Map(), times: noTimes, unreadFrom: row })
  findings.add('note', { row, column }, listReasons.headMoved(row))
  return listTable({ fields: assigned, heads, ...besideOf(heads, assigned) })
}

/** A heading of another table heads nothing else of it. */
const onlyLast = ({ star, standing, year, decision }: Group): Group => ({ ...noGroup, star, standing, year, decision })

/** Whether a row that nobody understands stands where headings do, over what follows: not a remark beside it. */
function headsRows({ byField, widest, column }: RowCells, table: ListTable): boolean {
  return widest >= 3 || byField.has('product') || column <= table.columnOf('product')
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)
