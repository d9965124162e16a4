import { walkXml } from '../../workbooks/xlsx/xml.ts'

/** A paragraph of a Word part as a person sees it, and where it stands. */
export type WordParagraph = {
  readonly text: string
  /** 1-based, of the outermost table; null outside of tables. */
  readonly table: number | null
  readonly row: number | null
}

/**
 * The paragraphs of a document, header or footer in reading order. The text of a paragraph is that of all its runs, so a
 * tag that Word split over several comes back whole. Throws `UnreadableWorkbook` for what is no XML.
 */
export function readParagraphs(xml: string): readonly WordParagraph[] {
  const paragraphs: { text: string; table: number | null; row: number | null }[] = []
  const open: (typeof paragraphs)[number][] = []
  let depth = 0
  let tables = 0
  let row = 0
  let isText = false
  const append = (text: string) => {
    const last = open.at(-1)
    if (last !== undefined) last.text += text
  }
  walkXml(xml, {
    open: ({ name }) => {
      if (name === 't') isText = true
      else if (name === 'tab' || name === 'br') append(' ')
      else if (name === 'tbl') {
        depth += 1
        if (depth === 1) [tables, row] = [tables + 1, 0]
      } else if (name === 'tr' && depth === 1) row += 1
      else if (name === 'p') {
        const paragraph = { text: '', table: depth > 0 ? tables : null, row: depth > 0 ? row : null }
        paragraphs.push(paragraph)
        open.push(paragraph)
      }
    },
    text: (text) => {
      if (isText) append(text)
    },
    close: (name) => {
      if (name === 't') isText = false
      else if (name === 'tbl') depth -= 1
      else if (name === 'p') open.pop()
    },
  })
  return paragraphs
}
