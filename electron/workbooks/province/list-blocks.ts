import type { ProvinceField } from '../../../shared/domain/session/province-fields.ts'
import type { CellStyles } from '../xlsx/cell-styles.ts'
import { spansOf } from '../xlsx/formula-references.ts'
import type { RowReference } from '../xlsx/row-references.ts'
import type { SheetSource } from '../xlsx/sheet-source.ts'
import { isOn } from '../xlsx/xml.ts'
import type { ListHead } from '../lists/find-head.ts'
import type { ListCell, ListSheet } from '../lists/list-sheet.ts'

/** A run of rows that a list keeps ready for products, all of the list or one of its groups. */
export type ListBlock = {
  /** The words of the group's row above it, and that row; empty and null where the list has no groups. */
  readonly title: string
  readonly titleRow: number | null
  /** Rows that products may take, from the top; none of them is hidden. */
  readonly slots: readonly number[]
  /** Rows that hold products already, hidden ones as well. */
  readonly filled: readonly number[]
  /** Its first row; `at` where it keeps none ready. */
  readonly top: number
  /** Rows that lack are put in here, and what stands here moves down. */
  readonly at: number
}

type ListPlace = {
  readonly sheet: ListSheet
  readonly source: SheetSource
  readonly styles: CellStyles
  readonly head: ListHead
  /** Of each column of the head, by what its words say. */
  readonly fields: ReadonlyMap<number, ProvinceField>
  readonly references: readonly RowReference[]
}

type RowKind = 'product' | 'waiting' | 'group' | 'words' | 'empty'

/**
 * Where products go below the head, in order. Rows wait to be filled where they are framed, numbered or have formulas, or
 * where something counts them; a row with words that numbers a group heads the rows below it. A sum that ends before the
 * rows kept ready do ends its block, so that what is put in is counted.
 */
export function listBlocks(place: ListPlace): readonly ListBlock[] {
  const { head, source, sheet } = place
  const blocks: ListBlock[] = []
  const lastKnown = Math.max(sheet.lastRow, [...source.rows.keys()].at(-1) ?? 0, head.bottom)
  const last = Math.max(lastKnown, Math.min(lastCounted(place), lastKnown + emptyRowsUsed))
  let title: { readonly row: number; readonly text: string } | null = null
  let rows: number[] = []
  let hasGroups = false
  const end = (): void => {
    if (rows.length > 0) blocks.push(blockOf(place, rows, title))
    rows = []
    title = null
  }
  for (let row = head.firstRow; row <= last; row += 1) {
    const found = kindOf(place, row)
    // Below rows of no group it says something of the whole list.
    const kind = found === 'group' && !hasGroups && rows.length > 0 ? 'words' : found
    if (kind === 'product' || kind === 'waiting') rows.push(row)
    else if (kind === 'group') {
      end()
      // A group that keeps no row ready, where the next row heads another or ends it.
      const below = kindOf(place, row + 1)
      const isEmptyGroup = below === 'words' || below === 'empty' || (below === 'group' && isSameRank(place, row))
      title = { row, text: wordsIn(place, row) }
      if (isEmptyGroup)
        blocks.push({ title: title.text, titleRow: row, slots: [], filled: [], top: row + 1, at: row + 1 })
      if (isEmptyGroup) title = null
      hasGroups = true
    } else if (kind === 'words' && (blocks.length > 0 || rows.length > 0)) {
      end()
      if (!hasGroups || !['group', 'words'].includes(kindOf(place, row + 1))) break
    } else if (kind === 'empty') {
      end()
      if (kindOf(place, row + 1) !== 'group') break
    }
  }
  end()
  return blocks.length > 0
    ? blocks
    : [{ title: '', titleRow: null, slots: [], filled: [], top: head.firstRow, at: head.firstRow }]
}

function blockOf(
  place: ListPlace,
  rows: readonly number[],
  title: { readonly row: number; readonly text: string } | null,
): ListBlock {
  const [first = 0] = rows
  const bottom = rows.at(-1) ?? first
  // What counts the block from its top, but not to its end.
  const ends = place.references
    .filter(({ row }) => row === null || row < first || row > bottom)
    .flatMap(({ kind, spans }) =>
      spans.filter(({ first: top, last, isRange }) => (kind === 'look' ? top < last : isRange)),
    )
    .filter((span) => span.first >= place.head.top && span.first <= first && span.last >= first && span.last < bottom)
    .map((span) => span.last)
  const last = ends.reduce((least, row) => Math.min(least, row), bottom)
  return {
    title: title?.text ?? '',
    titleRow: title?.row ?? null,
    slots: rows.filter((row) => row <= last && !isHiddenRow(place.source, row)),
    filled: rows.filter((row) => kindOf(place, row) === 'product'),
    top: first,
    at: last + 1,
  }
}

function isHiddenRow({ rows }: SheetSource, row: number): boolean {
  const { hidden, ht } = rows.get(row)?.tag.attributes ?? {}
  return isOn(hidden) || Number(ht ?? 1) === 0
}

function kindOf(place: ListPlace, row: number): RowKind {
  const { sheet, source, styles, head, fields } = place
  const cells = source.rows.get(row)?.cells
  const shown = sheet.cellsIn(row)
  const own = [...shown].filter(([column]) => (cells?.get(column)?.formula ?? null) === null)
  if (isProduct(own, fields, head)) return 'product'
  if (own.some(([, { text }]) => /\p{L}/u.test(text))) return numbersGroup(own, fields) ? 'group' : 'words'
  const formulas = [...(cells?.values() ?? [])].flatMap(({ formula }) => (formula === null ? [] : [formula]))
  if (formulas.some((formula) => sumsOthers(place, formula, row))) return 'words'
  const isFramed = [...head.heads.keys()].some((column) => styles.hasFrame(cells?.get(column)?.style ?? 0))
  const isNumbered = own.some(([, { text }]) => /^\d+$/.test(text))
  return isFramed || isNumbered || formulas.length > 0 || isCounted(place, row) ? 'waiting' : 'empty'
}

/** Past what stands in a sheet, where something counts them; a count may go to the sheet's end. */
const emptyRowsUsed = 2000

type ShownCell = readonly [column: number, cell: ListCell]

/** Named or coded, and with something else besides its number where the list has more columns. */
function isProduct(
  cells: readonly ShownCell[],
  fields: ReadonlyMap<number, ProvinceField>,
  { heads }: ListHead,
): boolean {
  const known = new Map(
    cells.flatMap(([column, { area, text }]) => {
      // What is merged over several columns is said once, in the first of them.
      const field = area === null || area.left === column ? fields.get(column) : undefined
      return field === undefined || text === '' ? [] : [[field, text] as const]
    }),
  )
  if (!/\d/.test(known.get('place') ?? '1') || !(known.has('productName') || known.has('code'))) return false
  const facts = [...known.keys()].filter((field) => field !== 'place')
  return facts.length > 1 || (known.has('place') && [...heads.keys()].filter((column) => fields.has(column)).length < 3)
}

/** `I`, `A.`, `2. Nhóm đồ uống`, `Nhóm …`: the row by which a list is parted, no total and no signature. */
function numbersGroup(cells: readonly ShownCell[], fields: ReadonlyMap<number, ProvinceField>): boolean {
  const texts = cells.map(([, { text }]) => text)
  const place = cells.find(([column]) => fields.get(column) === 'place')?.[1].text ?? ''
  const named = texts.find((text) => text !== place && /\p{L}{2}/u.test(text)) ?? place
  if (/^(tổng|cộng|cong|tong|người|ghi chú|ngày)/iu.test(named)) return false
  return (
    (place !== named && ordinal.test(place)) ||
    /^([IVXLC]+|[A-Z]|\d+)[.)\-:/]\s*\p{L}/u.test(named) ||
    groupWord.test(named)
  )
}

const ordinal = /^\(?([IVXLC]+|[A-Z]|\d+([.]\d+)*)[.)]?$/u
const groupWord =
  /^(nhóm|ngành|lĩnh vực|bộ sản phẩm|huyện|thành phố|thị xã|xã|phường|hạng|sản phẩm (hạng|đạt|nhóm))\s/iu

/** Whether the row below numbers its group as this one does: `II` after `I`, not `1` or `I` after `A`. */
function isSameRank(place: ListPlace, row: number): boolean {
  const rank = (at: number) => {
    const [first = ''] = [...place.sheet.cellsIn(at).values()].map(({ text }) => text)
    const [sign = ''] = /^\(?([IVXLC]+|[A-Z]|\d+)(?=[.)\-:/\s]|$)/u.exec(first) ?? []
    return sign === '' ? 'word' : /^\(?[IVX]+$/.test(sign) ? 'roman' : /\d/.test(sign) ? 'number' : 'letter'
  }
  return rank(row) === rank(row + 1)
}

/** Its words, without sums. */
function wordsIn({ sheet, source }: ListPlace, row: number): string {
  const cells = source.rows.get(row)?.cells
  const texts = [...sheet.cellsIn(row)].flatMap(([column, { text }]) =>
    (cells?.get(column)?.formula ?? null) === null ? [text] : [],
  )
  return [...new Set(texts)].join(' ').slice(0, longestTitle)
}

/** Of a group's row to be shown. */
const longestTitle = 120

/** A sum over rows that it does not stand in is the foot's or a group's; one with its own row in it is a product's. */
function sumsOthers({ sheet }: ListPlace, formula: string, row: number): boolean {
  const { name } = sheet.part
  return spansOf(formula, name, name).some(({ first, last }) => first < last && (row < first || row > last))
}

const isCounted = (place: ListPlace, row: number): boolean =>
  counting(place).some(({ first, last }) => first <= row && row <= last)

const lastCounted = (place: ListPlace): number => counting(place).reduce((most, { last }) => Math.max(most, last), 0)

type Rows = { readonly first: number; readonly last: number }

const counted = new WeakMap<readonly RowReference[], readonly Rows[]>()

/** Rows that something counts several of, from the top of the list, as runs apart; columns as wholes count nothing. */
function counting({ references, head }: ListPlace): readonly Rows[] {
  const known = counted.get(references)
  if (known !== undefined) return known
  const spans = references
    .filter(({ kind }) => kind !== 'look')
    .flatMap((reference) => reference.spans)
    .filter(({ first, last }) => first < last && first >= head.top)
  const runs: Rows[] = []
  for (const { first, last } of spans.toSorted((a, b) => a.first - b.first)) {
    const open = runs.at(-1)
    if (open === undefined || first > open.last + 1) runs.push({ first, last })
    else if (last > open.last) runs[runs.length - 1] = { first: open.first, last }
  }
  counted.set(references, runs)
  return runs
}
