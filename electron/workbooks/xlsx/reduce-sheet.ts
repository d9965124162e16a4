import { UnreadableWorkbook } from './open-package.ts'
import { columnLetter } from './plain-sheet.ts'

/** What one worksheet part holds besides plain values, and the part with nothing but values left in it. */
export type ReducedSheet = {
  readonly xml: string
  /** ISO dates (`t="d"`) by address; the library would read them as the number of their year. */
  readonly isoDates: ReadonlyMap<string, string>
  readonly merges: readonly CellArea[]
  readonly cellCount: number
}

export type CellArea = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

/**
 * Keeps rows, cells and results of a worksheet part. Formulas become their cached results; validations, conditional
 * formats, drawings and comments go, since the library expands their ranges cell by cell and a whole-column range
 * would hang it. Throws `UnreadableWorkbook` past `cellLimit` cells.
 */
export function reduceSheet(xml: string, cellLimit: number): ReducedSheet {
  const source = withoutPrefix({ xml, root: 'worksheet' })
  const start = source.search(/<sheetData\b/)
  const end = source.indexOf('</sheetData>', start)
  const merges = readMerges(source)
  if (merges.length > mostMerges) throw new UnreadableWorkbook('too-large')
  const isoDates = new Map<string, string>()
  if (start < 0 || end < 0) return { xml: emptySheet, isoDates, merges, cellCount: 0 }

  const rows: string[] = []
  let row = 0
  let column = 0
  let cellCount = 0
  for (const match of source.slice(start, end).matchAll(rowOrCell)) {
    const [, rowAttributes, cellAttributes, content = ''] = match
    if (rowAttributes !== undefined) {
      row = Number(attribute({ text: rowAttributes, name: 'r' }) ?? row + 1)
      column = 0
      rows.push(`${rows.length > 0 ? '</row>' : ''}<row r="${row}">`)
      continue
    }
    cellCount += 1
    if (cellCount > cellLimit) throw new UnreadableWorkbook('too-large')
    const attributes = cellAttributes ?? ''
    const address = attribute({ text: attributes, name: 'r' }) ?? `${columnLetter(column + 1)}${row}`
    column = columnOf(address)
    const result = content.replace(formula, '')
    const isUncalculated = result.length < content.length && !/<v\b/.test(result)
    const value = isUncalculated ? `<v>${uncalculatedCode}</v>` : result
    const type = isUncalculated ? 'e' : attribute({ text: attributes, name: 't' })
    if (type === 'd') isoDates.set(address, /<v\b[^>]*>([^<]*)</.exec(value)?.[1] ?? '')
    const style = attribute({ text: attributes, name: 's' })
    rows.push(
      `<c r="${address}"${style === undefined ? '' : ` s="${style}"`}` +
        `${type === undefined ? '' : ` t="${type === 'd' ? 'str' : type}"`}>${value}</c>`,
    )
  }
  const body = rows.length === 0 ? '' : `${rows.join('')}</row>`
  return { xml: sheetOf(body), isoDates, merges, cellCount }
}

/** Stands as an error value in a formula cell whose result the file does not hold. */
export const uncalculatedCode = '#UNCALCULATED'

/** Some programs write `<x:row>`; the library knows only `<row>`. */
export function withoutPrefix({ xml, root }: { xml: string; root: string }): string {
  const prefix = new RegExp(`<([A-Za-z][\\w.-]*):${root}\\b`).exec(xml)?.[1]
  return prefix === undefined ? xml : xml.replaceAll(new RegExp(`(</?)${prefix}:`, 'g'), '$1')
}

/** The value of an XML attribute in the text of a tag. */
export function attribute({ text, name }: { text: string; name: string }): string | undefined {
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(text)
    ?.slice(1)
    .find((value) => value !== undefined)
}

const mostMerges = 20_000

const rowOrCell = /<row\b([^>]*)>|<c\b((?:[^>"']|"[^"]*"|'[^']*')*?)(?:\/>|>([\s\S]*?)<\/c>)/g
const formula = /<f\b[^>]*\/>|<f\b[^>]*>[\s\S]*?<\/f>/g

const sheetOf = (body: string): string => `<worksheet><sheetData>${body}</sheetData></worksheet>`
const emptySheet = sheetOf('')

const readMerges = (source: string): readonly CellArea[] =>
  [...source.matchAll(/<mergeCell\b[^>]*?\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)].map(
    ([, left = '', top = '', right = '', bottom = '']) => ({
      left: columnOf(left),
      top: Number(top),
      right: columnOf(right),
      bottom: Number(bottom),
    }),
  )

/** 1-based column of an address; 0 where it names none. */
const columnOf = (address: string): number =>
  [...(/^[A-Z]+/.exec(address)?.[0] ?? '')].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)
