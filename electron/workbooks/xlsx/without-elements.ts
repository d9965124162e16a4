import { applyEdits, type Edit } from './edit-xml.ts'
import { walkXml, type XmlTag } from './xml.ts'

/** A part without the elements that are meant, all else as it was. @throws UnreadableWorkbook */
export function withoutElements(xml: string, isIts: (tag: XmlTag) => boolean): string {
  const edits: Edit[] = []
  const open: XmlTag[] = []
  walkXml(xml, {
    open: (tag) => open.push(tag),
    close: (_name, _start, end) => {
      const tag = open.pop()
      if (tag !== undefined && isIts(tag)) edits.push({ from: tag.start, to: end, text: '' })
    },
  })
  return applyEdits(xml, edits)
}
