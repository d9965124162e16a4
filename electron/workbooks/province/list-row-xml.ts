import { appendTo, editTag, openEnd, withAttributes, type Edit } from '../xlsx/edit-xml.ts'
import type { SheetSource, SourceRow } from '../xlsx/sheet-source.ts'

export type NewCell = { readonly column: number; readonly xml: string }
export type RowAttributes = Readonly<Record<string, string | null>>
type RowModel = { readonly row: SourceRow | undefined; readonly attributes: RowAttributes }

/** Puts cells into a row that is there, each over the one that it had at its place. */
export function putCells(
  xml: string,
  row: SourceRow,
  cells: readonly NewCell[],
  attributes: RowAttributes,
): readonly Edit[] {
  const { prefix } = row.tag
  const texts = cells.map((cell) => prefixed(cell.xml, prefix))
  if (row.cells.size === 0) return appendTo(xml, row, texts.join(''), attributes)
  const put = cells.map(({ column }, index) => {
    const known = row.cells.get(column)
    const at = [...row.cells].find(([other]) => other > column)?.[1].tag.start ?? row.contentEnd
    return { from: known?.tag.start ?? at, to: known?.end ?? at, text: texts[index] ?? '' }
  })
  return [...editTag(xml, row.tag, attributes), ...put]
}

/** A row as the first one is made, before the next row that is there. */
export function newRow(source: SheetSource, cells: readonly NewCell[], number: number, model: RowModel): Edit {
  const { rows, children, root, xml } = source
  const next = [...rows].find(([other]) => other > number)?.[1]
  const at = next?.tag.start ?? children.get('sheetData')?.contentEnd ?? root.contentEnd
  const { prefix } = root.tag
  const own = model.row === undefined ? `<${prefix}row>` : xml.slice(model.row.tag.start, model.row.tag.end)
  const attributes = { r: String(number), hidden: null, ...model.attributes }
  const opening = withAttributes(`${openEnd(own)}>`, attributes)
  const all = cells.map((cell) => prefixed(cell.xml, prefix)).join('')
  return { from: at, to: at, text: `${opening}${all}</${prefix}row>` }
}

const prefixed = (xml: string, prefix: string): string => (prefix === '' ? xml : xml.replace(/<(\/?)/g, `<$1${prefix}`))
