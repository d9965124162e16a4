import { openStyles } from './cell-styles.ts'
import { numberLook } from './number-format.ts'
import type { OfficePackage } from './open-package.ts'
import { openWorkbook, type OpenWorkbook, type SheetPart } from './open-workbook.ts'
import { blankCell, type PlainRow, type PlainSheet } from './plain-sheet.ts'
import { cleanText, readSheet, type SheetCells, type SheetContext } from './read-sheet.ts'
import { workbookLimits } from '../../file-limits.ts'
import { mergedAreas } from './merged-areas.ts'
import { atPlace, TooLargeWorkbook, UnreadableWorkbook } from './unreadable-workbook.ts'
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
    rows: atPlace(sheetPlace(name), () => fillMerges(cells)),
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

export type ReadSheet = SheetPart & { readonly xml: string; readonly cells: SheetCells }

/** Every sheet with cells. Throws `UnreadableWorkbook`. */
export async function readSheets(workbook: OpenWorkbook): Promise<readonly ReadSheet[]> {
  const { parts, relations, is1904 } = workbook
  const partOf = async (kind: string) => {
    const target = relations.find((relation) => relation.kind === kind)?.target
    return target === undefined ? undefined : parts.readText(target)
  }
  const sharedStrings = await partOf('sharedStrings')
  const strings = atPlace('chuỗi dùng chung', () => readStrings(sharedStrings))
  const styles = await partOf('styles')
  const opened = styles === undefined ? null : atPlace('kiểu ô', () => openStyles(styles))
  const looks = opened?.formats.map(numberLook) ?? []
  const struck = opened?.formats.map((_, style) => opened.isStruck(style)) ?? []
  const isStruck = (style: number) => struck[style] ?? opened?.isStruck(style) ?? false
  const context: SheetContext = { strings, texts: [], days: new Map(), looks, isStruck, is1904 }
  let left: number = workbookLimits.cells.most
  const sheets = []
  for (const part of workbook.sheets.filter(({ hasCells }) => hasCells)) {
    const xml = await needPart(parts, part.path)
    const cells = atPlace(sheetPlace(part.name), () => readSheet(xml, context, left))
    left -= cells.rows.reduce((sum, row) => sum + row.cells.size, 0)
    sheets.push({ ...part, xml, cells })
  }
  return sheets
}

/** As a refusal names it. */
export function sheetPlace(name: string): string {
  return `trang tính “${name}”`
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
      if (!isText) return
      const text = (strings.pop() ?? '') + piece
      if (text.length > workbookLimits.cellText.most)
        throw new TooLargeWorkbook('cellText', `chuỗi ${strings.length + 1}`)
      strings.push(text)
    },
    close: (name) => {
      if (name === 'rPh') isSpoken = false
      if (name === 't') isText = false
    },
  })
  return strings
}

function fillMerges({ rows, merges }: SheetCells): readonly PlainRow[] {
  const known = new Map(rows.map(({ number, cells }) => [number, cells]))
  const { byRow, lastColumn } = mergedAreas({ rows, merges })
  return rows.map(({ number, cells }) => {
    const over = byRow.get(number) ?? []
    if (over.length === 0) return { number, cells }
    const filled = new Map(cells)
    for (const { top, left, right } of over) {
      const value = known.get(top)?.get(left) ?? blankCell
      for (let column = left + 1; column <= Math.min(right, lastColumn); column += 1) filled.delete(column)
      if (value.kind !== 'blank') filled.set(left, { ...value, isMerged: true })
    }
    return { number, cells: filled }
  })
}
