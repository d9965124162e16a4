import { readArea, writeAddress } from './address.ts'
import { appendTo, editTag, withAttributes, type Edit } from './edit-xml.ts'
import type { SheetSource } from './sheet-source.ts'
import { walkXml, type XmlTag } from './xml.ts'

/** Makes one column narrow and hides it; a run of columns that it is one of is parted around it. */
export function hideColumn(source: SheetSource, column: number): readonly Edit[] {
  const looks = (min: number, max: number) => ({ min: String(min), max: String(max) })
  const hidden = { ...looks(column, column), width: '4', hidden: '1', customWidth: '1' }
  const { xml, children, root } = source
  const cols = children.get('cols')
  const fresh = withAttributes(`<${root.tag.prefix}col/>`, hidden)
  if (cols === undefined)
    return insertChild(source, 'cols', `<${root.tag.prefix}cols>${fresh}</${root.tag.prefix}cols>`)
  const tags = tagsIn(source, cols.tag, cols.end).filter(({ name }) => name === 'col')
  const run = tags.find(({ min, max }) => min <= column && column <= max)
  if (run === undefined) {
    const at = tags.find(({ min }) => min > column)?.start ?? cols.contentEnd
    return [{ from: at, to: at, text: fresh }]
  }
  const { start, end, min, max } = run
  const own = xml.slice(start, end).replace(/\s*\/?>$/, '/>')
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

/** A4 landscape and one page wide, where nobody chose a paper. */
export function setUpPaper(source: SheetSource): readonly Edit[] {
  const { xml, children, root } = source
  const { prefix } = root.tag
  const setup = children.get('pageSetup')
  if (setup?.tag.attributes['paperSize'] !== undefined) return []
  const paper = { paperSize: '9', orientation: 'landscape', fitToWidth: '1', fitToHeight: '0' }
  const properties = children.get('sheetPr')
  const fit = `<${prefix}pageSetUpPr fitToPage="1"/>`
  const known = properties && tagsIn(source, properties.tag, properties.end).find(({ name }) => name === 'pageSetUpPr')
  const fitted = (): readonly Edit[] => {
    if (properties === undefined) return insertChild(source, 'sheetPr', `<${prefix}sheetPr>${fit}</${prefix}sheetPr>`)
    if (known !== undefined) return editTag(xml, known, { fitToPage: '1' })
    return appendTo(xml, properties, fit)
  }
  return [
    ...fitted(),
    ...(setup === undefined
      ? insertChild(source, 'pageSetup', withAttributes(`<${prefix}pageSetup/>`, paper))
      : editTag(xml, setup.tag, paper)),
  ]
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

/** Puts an element where a worksheet part must have it. */
function insertChild({ children, root }: SheetSource, name: string, text: string): readonly Edit[] {
  const after = order.slice(order.indexOf(name) + 1)
  const places = after.flatMap((other) => children.get(other)?.tag.start ?? [])
  const at = Math.min(root.contentEnd, ...places)
  return [{ from: at, to: at, text }]
}

/** ECMA-376 part 1, 18.3.1.99: the sequence of a worksheet's elements. */
const order =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(
    ' ',
  )
