import { readArea, writeAddress, type CellArea } from './address.ts'
import { appendTo, editTag, openEnd, withAttributes, type Edit } from './edit-xml.ts'
import type { SheetSource } from './sheet-source.ts'
import { walkXml, type XmlTag } from './xml.ts'

/** Makes one column narrow and hides it; a run of columns that it is one of is parted around it. */
export function hideColumn(source: SheetSource, column: number): readonly Edit[] {
  const looks = (min: number, max: number) => ({ min: String(min), max: String(max) })
  const hidden = { ...looks(column, column), width: '4', hidden: '1', customWidth: '1' }
  const { xml, children, root } = source
  const cols = children.get('cols')
  const fresh = withAttributes(`<${root.tag.prefix}col/>`, hidden)
  if (cols === undefined) {
    const at = children.get('sheetData')?.tag.start ?? root.contentEnd
    return [{ from: at, to: at, text: `<${root.tag.prefix}cols>${fresh}</${root.tag.prefix}cols>` }]
  }
  const tags = tagsIn(source, cols.tag, cols.end).filter(({ name }) => name === 'col')
  const run = tags.find(({ min, max }) => min <= column && column <= max)
  if (run === undefined) {
    const at = tags.find(({ min }) => min > column)?.start ?? cols.contentEnd
    return [{ from: at, to: at, text: fresh }]
  }
  const { start, end, min, max } = run
  const own = `${openEnd(xml.slice(start, end))}/>`
  const parts = [
    ...(min < column ? [withAttributes(own, looks(min, column - 1))] : []),
    withAttributes(own, hidden),
    ...(max > column ? [withAttributes(own, looks(column + 1, max))] : []),
  ]
  const closing = xml.slice(start, end).endsWith('/>') ? end : xml.indexOf('>', end) + 1
  return [{ from: start, to: closing, text: parts.join('') }]
}

/** What the sheet says of its size, up to a row and a column. */
export function widenDimension({ xml, children }: SheetSource, row: number, column: number): readonly Edit[] {
  const tag = children.get('dimension')?.tag
  const area = readArea(tag?.attributes['ref'] ?? '')
  if (tag === undefined || area === null) return []
  const last = writeAddress(Math.max(area.bottom, row), Math.max(area.right, column))
  return editTag(xml, tag, { ref: `${writeAddress(area.top, area.left)}:${last}` })
}

/** Merged areas put to those that the sheet has, and some of these parted. */
export function changeMerges(
  source: SheetSource,
  { added, isParted }: { readonly added: readonly string[]; readonly isParted: (area: CellArea) => boolean },
): readonly Edit[] {
  const merges = source.children.get('mergeCells')
  if (merges === undefined) return []
  const known = tagsIn(source, merges.tag, merges.end).filter(({ name }) => name === 'mergeCell')
  const parted = known.filter(({ attributes }) => {
    const area = readArea(attributes['ref'] ?? '')
    return area !== null && isParted(area)
  })
  const count = known.length - parted.length + added.length
  if (parted.length === 0 && added.length === 0) return []
  if (count === 0) return [{ from: merges.tag.start, to: merges.end, text: '' }]
  const { prefix } = merges.tag
  const text = added.map((area) => `<${prefix}mergeCell ref="${area}"/>`).join('')
  const closed = parted.map((tag) => withoutTag(source, tag))
  return [...closed, ...appendTo(source.xml, merges, text, { count: String(count) })]
}

/** Takes out links of cells that hold something else now; what a link of theirs led to stays in the file, unused. */
export function dropLinks(source: SheetSource, isGone: (area: CellArea) => boolean): readonly Edit[] {
  const links = source.children.get('hyperlinks')
  if (links === undefined) return []
  const all = tagsIn(source, links.tag, links.end).filter(({ name }) => name === 'hyperlink')
  const gone = all.filter(({ attributes }) => {
    const area = readArea(attributes['ref'] ?? '')
    return area !== null && isGone(area)
  })
  if (gone.length > 0 && gone.length === all.length) return [{ from: links.tag.start, to: links.end, text: '' }]
  return gone.map((tag) => withoutTag(source, tag))
}

/** The edit that takes out an element without content, which may have a closing tag. */
function withoutTag({ xml }: SheetSource, { start, end }: XmlTag): Edit {
  return { from: start, to: xml.slice(start, end).endsWith('/>') ? end : xml.indexOf('>', end) + 1, text: '' }
}

/** Tags within an element, their places those in the whole part, and the run of columns that a tag may name. */
function tagsIn({ xml }: SheetSource, outer: XmlTag, end: number) {
  const tags: (XmlTag & { readonly min: number; readonly max: number })[] = []
  walkXml(xml.slice(outer.start, end), {
    open: (tag) =>
      tags.push({
        ...tag,
        start: outer.start + tag.start,
        end: outer.start + tag.end,
        min: Number(tag.attributes['min']),
        max: Number(tag.attributes['max']),
      }),
  })
  return tags
}
