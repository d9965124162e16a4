import { countHidden, normaliseInput, normaliseText } from '../../../shared/domain/vietnamese/normalise-input.ts'
import { readOldText } from '../../../shared/domain/vietnamese/old-encodings.ts'
import { workbookLimits } from '../../file-limits.ts'
import { columnNumber, readArea, writeAddress, type CellArea } from './address.ts'
import { numberLook, type NumberLook } from './number-format.ts'
import { blankCell, type Cell, type PlainRow } from './plain-sheet.ts'
import type { PlainCell } from './plain-elements.ts'
import { dayOfSerial } from './serial-day.ts'
import { TooLargeWorkbook, UnreadableWorkbook } from './unreadable-workbook.ts'
import { isOn, walkXml, type XmlTag } from './xml.ts'

/** What a worksheet part holds; formulas count as their kept results. */
export type SheetCells = {
  /** Merged areas not yet filled. */
  readonly rows: readonly PlainRow[]
  readonly merges: readonly CellArea[]
  /** Out of sight; columns as first and last of a run. */
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: readonly (readonly [first: number, last: number])[]
  /** Columns whose letters are struck through, by row. */
  readonly struck: ReadonlyMap<number, ReadonlySet<number>>
}

/** What the cells' references to other parts mean. */
export type SheetContext = {
  readonly strings: readonly string[]
  /** What the strings say, as far as cells have asked for them; by their place. */
  readonly texts: Cell[]
  /** The days that cells have named, by their numbers. */
  readonly days: Map<number, Cell>
  /** By a cell's style. */
  readonly looks: readonly NumberLook[]
  /** By a cell's style. */
  readonly isStruck: (style: number) => boolean
  readonly is1904: boolean
}

type OpenCell = { readonly type: string; readonly style: number; value: string | null; isFormula: boolean }

/** @param cellLimit throws `TooLargeWorkbook` past so many cells that hold something, `UnreadableWorkbook` for no XML. */
export function readSheet(xml: string, context: SheetContext, cellLimit: number): SheetCells {
  const rows: { number: number; cells: Map<number, Cell> }[] = []
  const merges: CellArea[] = []
  const hiddenRows = new Set<number>()
  const hiddenColumns: (readonly [number, number])[] = []
  const struck = new Map<number, Set<number>>()
  let row = { number: 0, cells: new Map<number, Cell>() }
  let column = 0
  let left = cellLimit
  let cell: OpenCell | null = null
  let isText = false
  const openOther = ({ name, attributes }: XmlTag) => {
    if (name === 'row') {
      row = { number: rowNumber(attributes['r'] ?? row.number + 1), cells: new Map() }
      rows.push(row)
      column = 0
      if (isOn(attributes['hidden'])) hiddenRows.add(row.number)
    } else if (name === 'col' && isOn(attributes['hidden'])) {
      hiddenColumns.push([Number(attributes['min']), Number(attributes['max'])])
    } else if (name === 'mergeCell') {
      const area = readArea(attributes['ref'] ?? '')
      if (area !== null) merges.push(area)
    }
  }
  const refuse = (limit: 'formula' | 'cellText'): never => {
    throw new TooLargeWorkbook(limit, `ô ${writeAddress(row.number, column)}`)
  }
  const opened = (
    { r: address = '', t: type = 'n', s: style = '0' }: Pick<PlainCell, 'r' | 's' | 't'>,
    value: string | null,
  ): OpenCell => {
    column = columnNumber(address) || column + 1
    if (column > workbookLimits.columns.most) throw new TooLargeWorkbook('columns', `dòng ${row.number}`)
    return { type, style: Number(style), value, isFormula: false }
  }
  const closed = (cell: OpenCell) => {
    const value = valueOf(cell, context)
    if (value.kind === 'blank') return
    row.cells.set(column, value)
    if (context.isStruck(cell.style)) struck.set(row.number, new Set([...(struck.get(row.number) ?? []), column]))
    if ((left -= 1) < 0) throw new TooLargeWorkbook('cells')
  }
  walkXml(xml, {
    plainCell: (told) => {
      const whole = opened(told, told.value)
      if ((told.value?.length ?? 0) > workbookLimits.cellText.most) refuse('cellText')
      closed(whole)
      if (told.value !== null) isText = false
      cell = null
    },
    open: (tag) => {
      if (tag.name === 'c') cell = opened(tag.attributes, null)
      else if (cell === null) openOther(tag)
      else if (tag.name === 'f') cell.isFormula = true
      else if (tag.name === 'v' || tag.name === 't') {
        isText = true
        cell.value ??= ''
      }
    },
    text: (piece) => {
      if (piece.length > workbookLimits.formula.most && cell?.isFormula === true && !isText) refuse('formula')
      if (!isText || cell === null) return
      cell.value += piece
      if ((cell.value?.length ?? 0) > workbookLimits.cellText.most) refuse('cellText')
    },
    close: (name) => {
      if (name === 'v' || name === 't') isText = false
      if (name !== 'c' || cell === null) return
      closed(cell)
      cell = null
    },
  })
  return { rows: rows.filter(({ cells }) => cells.size > 0), merges, hiddenRows, hiddenColumns, struck }
}

/** @throws UnreadableWorkbook for what is none */
function rowNumber(said: string | number): number {
  const number = Number(said)
  if (!Number.isInteger(number) || number < 1) throw new UnreadableWorkbook('damaged')
  if (number > workbookLimits.rows.most) throw new TooLargeWorkbook('rows', `dòng ${number}`)
  return number
}

function valueOf({ type, style, value, isFormula }: OpenCell, context: SheetContext): Cell {
  if (value === null || (value === '' && type !== 'str')) return isFormula ? uncalculated : blankCell
  if (type === 'b') return { kind: 'boolean', value: value.trim() === '1', isMerged: false }
  if (type === 'e') return { kind: 'error', code: value, isMerged: false }
  if (type === 'd') return { kind: 'date', iso: value.slice(0, 10), isMerged: false }
  if (type === 's') return sharedText(context, Number(value))
  if (type !== 'n') return textValue(value)
  const number = Number(value)
  if (!Number.isFinite(number)) return { kind: 'error', code: '#NUM!', isMerged: false }
  const { isDate, isPercent, digits } = context.looks[style] ?? general
  if (isDate) return kept(context.days, number, (serial) => dayValue(serial, context.is1904))
  // A text of so few signs has no more digits.
  const shown = value.length <= 15 ? number || 0 : shownNumber(number)
  if (digits <= 1) return { kind: 'number', value: shown, isPercent, isMerged: false }
  return { kind: 'number', value: shown, isPercent, code: String(shown).padStart(digits, '0'), isMerged: false }
}

/** Names and days come again in many cells: each is understood once. */
function sharedText({ strings, texts }: SheetContext, index: number): Cell {
  const said = strings[index]
  return said === undefined ? blankCell : (texts[index] ??= textValue(said))
}

function kept(known: Map<number, Cell>, number: number, read: (number: number) => Cell): Cell {
  const before = known.get(number)
  if (before !== undefined) return before
  const cell = read(number)
  known.set(number, cell)
  return cell
}

function dayValue(serial: number, is1904: boolean): Cell {
  const iso = dayOfSerial(serial, is1904)
  return iso === null ? { kind: 'error', code: '#VALUE!', isMerged: false } : { kind: 'date', iso, isMerged: false }
}

/** By the 15 digits that spreadsheet programs show: 2.0000000000000004 is a 2 that was computed, and -0 is 0. */
function shownNumber(number: number): number {
  return Number.isInteger(number) && Math.abs(number) < 1e15 ? number || 0 : Number(number.toPrecision(15))
}

function textValue(said: string): Cell {
  const decodedText = decoded(said)
  // An Icelandic letter alone is the Vietnamese one that looks like it; among letters of an old encoding it is one of them.
  const plain = decodedText
    .replaceAll('Ð', 'Đ')
    .replaceAll('ð', 'đ')
    .replace(/[！-～]/g, narrow)
  const written = plain === decodedText || readOldText(plain) === null ? plain : decodedText
  const text = normaliseInput(written)
  const old = readOldText(written)
  if (text === written && old === null) return text === '' ? blankCell : { kind: 'text', text, isMerged: false }
  // A letter of an old encoding may be a mark that nobody sees in Unicode.
  const hidden = old === null ? countHidden(written) : 0
  if (text === '') return blankCell
  const lines = normaliseText(written)
  const hasLines = lines.includes('\n')
  return {
    kind: 'text',
    text,
    ...(hasLines && { lines }),
    ...(hidden > 0 && { hidden }),
    ...(old !== null && { old }),
    isMerged: false,
  }
}

/** A sign of East Asian width as the common one. */
const narrow = (sign: string): string => String.fromCharCode(sign.charCodeAt(0) - 0xfe_e0)

const uncalculated: Cell = { kind: 'uncalculated', isMerged: false }

const general = numberLook('General')

/** As the application keeps text, the file format's `_x000D_` for a character taken back. */
export function cleanText(text: string): string {
  return normaliseInput(decoded(text))
}

function decoded(text: string): string {
  if (!text.includes('_')) return text
  return text.replace(/_x([\dA-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
