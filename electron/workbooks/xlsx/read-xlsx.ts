import { openStyles } from './cell-styles.ts'
import { numberLook } from './number-format.ts'
import type { OfficePackage } from './open-package.ts'
import { openWorkbook, type OpenWorkbook, type SheetPart } from './open-workbook.ts'
import { blankCell, type PlainRow, type PlainSheet } from './plain-sheet.ts'
import { cleanText, readSheet, type SheetCells, type SheetContext } from './read-sheet.ts'
import { UnreadableWorkbook } from './unreadable-workbook.ts'
import { walkXml } from './xml.ts'

/**
 * The sheets of an .xlsx as plain values. Formulas count as their kept results; a merged area gives its value to
 * each of its rows in its first column (a product's code merged down its criteria), never across columns.
 * Throws `UnreadableWorkbook` for anything that is not a readable workbook.
 */
export async function readXlsx(bytes: Uint8Array): Promise<readonly PlainSheet[]> {
  const sheets = await readSheets(await openWorkbook(bytes))
  return sheets.map(({ name, isHidden, cells }) => ({
    name: cleanText(name),
    rows: fillMerges(cells),
    hidden: { isWhole: isHidden, ...hiddenParts(cells) },
  }))
}

function hiddenParts({ rows, hiddenRows, hiddenColumns }: SheetCells) {
  const used = new Set(rows.flatMap(({ cells }) => [...cells.keys()]))
  const isHidden = (column: number) => hiddenColumns.some(([first, last]) => first <= column && column <= last)
  return {
    rows: rows.map(({ number }) => number).filter((number) => hiddenRows.has(number)),
    columns: [...used].filter(isHidden).toSorted((a, b) => a - b),
  }
}

const mostCells = 1_000_000

export type ReadSheet = SheetPart & { readonly xml: string; readonly cells: SheetCells }

/** Every sheet with cells. Throws `UnreadableWorkbook`, also past a million cells in all. */
export async function readSheets(workbook: OpenWorkbook): Promise<readonly ReadSheet[]> {
  const { parts, relations, is1904 } = workbook
  const partOf = async (kind: string) => {
    const target = relations.find((relation) => relation.kind === kind)?.target
    return target === undefined ? undefined : parts.readText(target)
  }
  const strings = readStrings(await partOf('sharedStrings'))
  const styles = await partOf('styles')
  const looks = styles === undefined ? [] : openStyles(styles).formats.map(numberLook)
  const context: SheetContext = { strings, looks, is1904 }
  let left = mostCells
  const sheets = []
  for (const part of workbook.sheets.filter(({ hasCells }) => hasCells)) {
    const xml = await needPart(parts, part.path)
    const cells = readSheet(xml, context, left)
    left -= cells.rows.reduce((sum, row) => sum + row.cells.size, 0)
    sheets.push({ ...part, xml, cells })
  }
  return sheets
}

async function needPart(parts: OfficePackage, path: string): Promise<string> {
  const xml = await parts.readText(path)
  if (xml === undefined) throw new UnreadableWorkbook('damaged')
  return xml
}

/** Texts that cells share, by their number; how a text is to be spoken does not belong to it. */
function readStrings(xml: string | undefined): readonly string[] {
  const strings: string[] = []
  if (xml === undefined) return strings
  let isText = false
  let isSpoken = false
  walkXml(xml, {
    open: ({ name }) => {
      if (name === 'si') strings.push('')
      if (name === 'rPh') isSpoken = true
      isText = name === 't' && !isSpoken
    },
    text: (piece) => {
      if (isText) strings.push((strings.pop() ?? '') + piece)
    },
    close: (name) => {
      if (name === 'rPh') isSpoken = false
      if (name === 't') isText = false
    },
  })
  return strings
}

function fillMerges({ rows, merges }: SheetCells): readonly PlainRow[] {
  const areas = merges.filter(({ top, bottom, left, right }) => top < bottom || left < right)
  if (areas.length === 0) return rows
  const byNumber = new Map(rows.map((row) => [row.number, new Map(row.cells)]))
  for (const { top, left, bottom, right } of areas) {
    const value = byNumber.get(top)?.get(left) ?? blankCell
    for (const number of rowsBetween(rows, top, bottom)) {
      const cells = byNumber.get(number)
      if (cells === undefined) continue
      for (const column of cells.keys()) if (column > left && column <= right) cells.delete(column)
      if (value.kind !== 'blank') cells.set(left, { ...value, isMerged: true })
    }
  }
  return [...byNumber].map(([number, cells]) => ({ number, cells }))
}

/** An area may span a million rows that hold nothing. */
function rowsBetween(rows: readonly PlainRow[], top: number, bottom: number): readonly number[] {
  return bottom - top < rows.length
    ? Array.from({ length: bottom - top + 1 }, (_, index) => top + index)
    : rows.map(({ number }) => number).filter((number) => number >= top && number <= bottom)
}
