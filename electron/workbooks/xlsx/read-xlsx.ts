import { utcDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import ExcelJS, { type Cell as LibraryCell, type Workbook, type Worksheet } from 'exceljs'
import { normaliseInput } from '../../../shared/domain/vietnamese/normalise-input.ts'
import { UnreadableWorkbook, openPackage, type PackageParts } from './open-package.ts'
import { blankCell, type Cell, type CellValue, type PlainRow, type PlainSheet } from './plain-sheet.ts'
import { attribute, reduceSheet, uncalculatedCode, withoutPrefix, type ReducedSheet } from './reduce-sheet.ts'
import { storeZip } from './store-zip.ts'

/**
 * The sheets of an .xlsx as plain values. Formulas count as their cached results; a merged area gives its value to
 * each of its rows in its first column (a product's code merged down its criteria), never across columns.
 * Throws `UnreadableWorkbook` for anything that is not a readable workbook.
 */
export async function readXlsx(bytes: Uint8Array): Promise<readonly PlainSheet[]> {
  const parts = openPackage(bytes)
  const { names, sheets, date1904 } = reduceWorkbook(parts)
  const workbook = await load({ parts, sheets, date1904 })
  return names.map((name, index) => {
    const worksheet = workbook.getWorksheet(libraryName(index))
    const reduced = sheets[index]
    if (worksheet === undefined || reduced === undefined) throw new UnreadableWorkbook('damaged')
    return { name, rows: fillMerges(readRows(worksheet, reduced), reduced) }
  })
}

const mostCells = 1_000_000

function reduceWorkbook(parts: PackageParts): {
  names: readonly string[]
  sheets: readonly ReducedSheet[]
  date1904: boolean
} {
  const root = /<(?:\w+:)?Relationship\b[^>]*?officeDocument"[^>]*>/.exec(parts('_rels/.rels') ?? '')?.[0] ?? ''
  const path = (attribute({ text: root, name: 'Target' }) ?? 'xl/workbook.xml').replace(/^\//, '')
  const source = parts(path)
  if (source === undefined || !path.startsWith('xl/')) throw new UnreadableWorkbook('not-xlsx')
  const workbook = withoutPrefix({ xml: source, root: 'workbook' })
  const targets = readTargets(parts(path.replace(/([^/]+)$/, '_rels/$1.rels')) ?? '')
  const tags = [...workbook.matchAll(/<sheet\b[^>]*>/g)].map(([tag]) => tag)
  const names: string[] = []
  const sheets: ReducedSheet[] = []
  let cells = 0
  for (const tag of tags) {
    const target = targets.get(attribute({ text: tag, name: '[\\w.-]+:id' }) ?? '')
    // Chart sheets hold no cells.
    if (target === undefined || /chartsheets?\//i.test(target)) continue
    const xml = parts(target)
    if (xml === undefined) throw new UnreadableWorkbook('damaged')
    const sheet = reduceSheet(xml, mostCells - cells)
    cells += sheet.cellCount
    names.push(cleanText(decodeEntities(attribute({ text: tag, name: 'name' }) ?? '')))
    sheets.push(sheet)
  }
  return { names, sheets, date1904: /<workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(workbook) }
}

const readTargets = (rels: string): ReadonlyMap<string, string> =>
  new Map(
    [...rels.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].map(([tag]) => {
      const target = attribute({ text: tag, name: 'Target' }) ?? ''
      return [attribute({ text: tag, name: 'Id' }) ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`]
    }),
  )

const libraryName = (index: number): string => `s${index + 1}`

type LoadInput = {
  parts: PackageParts
  sheets: readonly ReducedSheet[]
  date1904: boolean
}

/** Hands the library only what holds values, under names that it accepts. */
async function load({ parts, sheets, date1904 }: LoadInput): Promise<Workbook> {
  const tags = sheets.map(
    (_, index) => `<sheet name="${libraryName(index)}" sheetId="${index + 1}" r:id="r${index + 1}"/>`,
  )
  const rels = sheets.map((_, index) => `<Relationship Id="r${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`)
  const strings = parts('xl/sharedStrings.xml')
  const file = storeZip([
    {
      name: 'xl/workbook.xml',
      text: `<workbook><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${tags.join('')}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', text: `<Relationships>${rels.join('')}</Relationships>` },
    { name: 'xl/styles.xml', text: reduceStyles(parts('xl/styles.xml') ?? '') },
    ...(strings === undefined
      ? []
      : [{ name: 'xl/sharedStrings.xml', text: withoutPrefix({ xml: strings, root: 'sst' }) }]),
    ...sheets.map(({ xml }, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, text: xml })),
  ])
  const workbook = new ExcelJS.Workbook()
  try {
    // The library's types ask for an older Buffer than Node's own.
    await workbook.xlsx.load(file as unknown as Parameters<typeof workbook.xlsx.load>[0])
  } catch (error) {
    throw new UnreadableWorkbook('damaged', error)
  }
  return workbook
}

/** Number formats are all that decides what a cell holds. */
function reduceStyles(xml: string): string {
  const source = withoutPrefix({ xml, root: 'styleSheet' })
  const formats = /<numFmts\b[\s\S]*?<\/numFmts>/.exec(source)?.[0] ?? ''
  const cells = /<cellXfs\b[\s\S]*?<\/cellXfs>/.exec(source)?.[0] ?? '<xf/>'
  const styles = [...cells.matchAll(/<xf\b[^>]*>/g)].map(
    ([tag]) =>
      `<xf numFmtId="${attribute({ text: tag, name: 'numFmtId' }) ?? '0'}" fontId="0" fillId="0" borderId="0"/>`,
  )
  const looks = '<fonts><font/></fonts><fills><fill/></fills><borders><border/></borders>'
  return `<styleSheet>${formats}${looks}<cellXfs>${styles.join('')}</cellXfs></styleSheet>`
}

function readRows(worksheet: Worksheet, reduced: ReducedSheet): PlainRow[] {
  const rows: PlainRow[] = []
  worksheet.eachRow((row, number) => {
    const cells = new Map<number, Cell>()
    row.eachCell((cell, column) => {
      const value = readCell(cell, reduced)
      if (value.kind !== 'blank') cells.set(column, { ...value, isMerged: false })
    })
    if (cells.size > 0) rows.push({ number, cells })
  })
  return rows
}

function readCell(cell: LibraryCell, reduced: ReducedSheet): CellValue {
  const isoDate = reduced.isoDates.get(cell.address)
  if (isoDate !== undefined) return { kind: 'date', iso: isoDate.slice(0, 10) }
  const { value } = cell
  if (value === null || value === undefined) return { kind: 'blank' }
  if (typeof value === 'number') return readNumber(value, cell.numFmt)
  if (typeof value === 'boolean') return { kind: 'boolean', value }
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? { kind: 'error', code: '#VALUE!' } : { kind: 'date', iso: utcDay(value) }
  }
  if (cell.type === ExcelJS.ValueType.Error && typeof value === 'object' && 'error' in value) {
    const code: string = value.error
    return code === uncalculatedCode ? { kind: 'uncalculated' } : { kind: 'error', code }
  }
  const text = cleanText(typeof value === 'string' ? value : cell.text)
  return text === '' ? { kind: 'blank' } : { kind: 'text', text }
}

const readNumber = (value: number, format: string | undefined): CellValue =>
  Number.isFinite(value)
    ? { kind: 'number', value, isPercent: (format ?? '').includes('%') }
    : { kind: 'error', code: '#NUM!' }

const cleanText = (text: string): string => normaliseInput(text.replaceAll('_x000D_', ' '))

const decodeEntities = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

function fillMerges(rows: readonly PlainRow[], reduced: ReducedSheet): readonly PlainRow[] {
  const areas = reduced.merges.filter(({ top, bottom, left, right }) => top < bottom || left < right)
  if (areas.length === 0) return rows
  const byNumber = new Map(rows.map((row) => [row.number, new Map(row.cells)]))
  for (const { top, left, bottom, right } of areas) {
    const value = byNumber.get(top)?.get(left) ?? blankCell
    for (const number of rowsBetween({ rows, top, bottom })) {
      const cells = byNumber.get(number)
      if (cells === undefined) continue
      if (right > left) for (const column of cells.keys()) if (column > left && column <= right) cells.delete(column)
      if (value.kind !== 'blank') cells.set(left, { ...value, isMerged: true })
    }
  }
  return rows.map(({ number }) => ({ number, cells: byNumber.get(number) ?? new Map<number, Cell>() }))
}

type RowsBetweenInput = {
  rows: readonly PlainRow[]
  top: number
  bottom: number
}

/** An area may span a million rows that hold nothing. */
const rowsBetween = ({ rows, top, bottom }: RowsBetweenInput): readonly number[] =>
  bottom - top < rows.length
    ? Array.from({ length: bottom - top + 1 }, (_, index) => top + index)
    : rows.map(({ number }) => number).filter((number) => number >= top && number <= bottom)
