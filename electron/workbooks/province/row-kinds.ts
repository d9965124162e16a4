import type { ProvinceField } from '../../../shared/domain/session/province-fields.ts'
import type { CellStyles } from '../xlsx/cell-styles.ts'
import { spansOf } from '../xlsx/formula-references.ts'
import type { RowReference } from '../xlsx/row-references.ts'
import type { SheetSource } from '../xlsx/sheet-source.ts'
import type { ListHead } from '../lists/find-head.ts'
import type { ListCell, ListSheet } from '../lists/list-sheet.ts'

/** A list as its file has it. */
export type ListPlace = {
  readonly sheet: ListSheet
  readonly source: SheetSource
  readonly styles: CellStyles
  readonly head: ListHead
  /** Of each column of the head, by what its words say. */
  readonly fields: ReadonlyMap<number, ProvinceField>
  readonly references: readonly RowReference[]
}

type RowKind = 'product' | 'waiting' | 'group' | 'words' | 'empty'

/** What a row below the head is to the list. */
export function kindOf(place: ListPlace, row: number): RowKind {
  const { source, styles, head, fields } = place
  const cells = source.rows.get(row)?.cells
  const own = ownCells(place, row)
  if (isProduct(own, fields, head)) return 'product'
  const formulas = [...(cells ?? [])].flatMap(([column, { formula }]) =>
    formula === null || column >= head.sideFrom ? [] : [formula],
  )
  const isFramed = [...head.heads.keys()].some((column) => styles.hasFrame(cells?.get(column)?.style ?? 0))
  const isNumbered = own.some(([, { text }]) => /^\d+$/.test(text))
  const isSum = formulas.some((formula) => sumsOthers(place, formula, row))
  if (own.some(([, { text }]) => /\p{L}/u.test(text))) {
    const isReady = !isSum && isSaidBeside(own, fields) && (isFramed || isNumbered || isAmongProducts(place, row))
    return isReady ? 'waiting' : numbersGroup(own, fields) ? 'group' : 'words'
  }
  if (isSum) return 'words'
  return isFramed || isNumbered || formulas.length > 0 || isCounted(place, row) ? 'waiting' : 'empty'
}

/** What a row of the list says itself, formulas apart. */
function ownCells({ sheet, source, head }: ListPlace, row: number): readonly ShownCell[] {
  const cells = source.rows.get(row)?.cells
  return [...sheet.cellsIn(row)].filter(
    ([column]) => column < head.sideFrom && (cells?.get(column)?.formula ?? null) === null,
  )
}

/** Words only past a product's number, code and name: filled in beforehand, or more of the product above. */
function isSaidBeside(cells: readonly ShownCell[], fields: ReadonlyMap<number, ProvinceField>): boolean {
  const columnOf = (field: ProvinceField) => [...fields].find(([, candidate]) => candidate === field)?.[0]
  const named = columnOf('productName') ?? columnOf('code')
  if (named === undefined) return false
  const words = cells.filter(([, { text }]) => /\p{L}/u.test(text))
  return words.every(
    ([column, { text, area }]) =>
      Math.min(column, area?.left ?? column) > named &&
      !['code', 'place'].includes(fields.get(column) ?? '') &&
      !footWords.test(text) &&
      (fields.has(column) || !groupWord.test(text)),
  )
}

/** Below a product and above another one, in a list without frames. */
function isAmongProducts(place: ListPlace, row: number): boolean {
  const isOne = (at: number): boolean => isProduct(ownCells(place, at), place.fields, place.head)
  return [1, 2, 3].some((more) => isOne(row - more)) && [1, 2, 3].some((more) => isOne(row + more))
}

/** Says facts of a product, but no number. */
export function goesOn(place: ListPlace, row: number): boolean {
  const own = ownCells(place, row)
  const isNumbered = own.some(([column]) => place.fields.get(column) === 'place')
  const saysFacts = own.some(([column, { text }]) => place.fields.has(column) && /\p{L}/u.test(text))
  return saysFacts && !isNumbered && isSaidBeside(own, place.fields)
}

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
  if (footWords.test(named)) return false
  return (
    (place !== named && ordinal.test(place)) ||
    /^([IVXLC]+|[A-Z]|\d+)[.)\-:/]\s*\p{L}/u.test(named) ||
    groupWord.test(named)
  )
}

const footWords = /^(tổng|cộng|cong|tong|người|ghi chú|ngày|lập|tm\.|kt\.|tl\.|thủ trưởng|chủ tịch|giám đốc)/iu
const ordinal = /^\(?([IVXLC]+|[A-Z]|\d+([.]\d+)*)[.)]?$/u
const groupWord =
  /^(nhóm|ngành|lĩnh vực|bộ sản phẩm|huyện|thành phố|thị xã|xã|phường|hạng|sản phẩm (hạng|đạt|nhóm))\s/iu

/** How a row numbers its group: `II` as `I`, not as `1` or `A`. */
export function rankOf(place: ListPlace, row: number): string {
  const [first = ''] = [...place.sheet.cellsIn(row).values()].map(({ text }) => text)
  const [sign = ''] = /^\(?([IVXLC]+|[A-Z]|\d+)(?=[.)\-:/\s]|$)/u.exec(first) ?? []
  return sign === '' ? 'word' : /^\(?[IVX]+$/.test(sign) ? 'roman' : /\d/.test(sign) ? 'number' : 'letter'
}

/** Its words, without sums. */
export function wordsIn(place: ListPlace, row: number): string {
  const texts = ownCells(place, row).map(([, { text }]) => text)
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

/** The last row that something counts with others of the list; 0 for none. */
export function lastCounted(place: ListPlace): number {
  return counting(place).reduce((most, { last }) => Math.max(most, last), 0)
}

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
