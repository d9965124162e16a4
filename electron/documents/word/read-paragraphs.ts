/** A paragraph of a Word part as a person sees it, and where it stands. */
export type WordParagraph = {
  readonly text: string
  /** 1-based, of the outermost table; null outside of tables. */
  readonly table: number | null
  readonly row: number | null
}

/**
 * The paragraphs of a document, header or footer in reading order. The text of a paragraph is that of all its runs, so a
 * tag that Word split over several comes back whole.
 */
export function readParagraphs(xml: string): readonly WordParagraph[] {
  const paragraphs: { text: string; table: number | null; row: number | null }[] = []
  const open: (typeof paragraphs)[number][] = []
  let depth = 0
  let tables = 0
  let row = 0
  let isText = false
  for (const [, closing, name, empty, text] of xml.matchAll(pieces)) {
    if (text !== undefined) {
      const last = open.at(-1)
      if (isText && last !== undefined) last.text += decodeXml(text)
    } else if (name === 'w:t') isText = closing === '' && empty === ''
    else if (name === 'w:tab' || name === 'w:br') {
      const last = open.at(-1)
      if (last !== undefined) last.text += ' '
    } else if (empty === '/') continue
    else if (name === 'w:tbl') {
      depth += closing === '' ? 1 : -1
      if (closing === '' && depth === 1) [tables, row] = [tables + 1, 0]
    } else if (name === 'w:tr') {
      if (closing === '' && depth === 1) row += 1
    } else if (closing === '') {
      const paragraph = { text: '', table: depth > 0 ? tables : null, row: depth > 0 ? row : null }
      paragraphs.push(paragraph)
      open.push(paragraph)
    } else open.pop()
  }
  return paragraphs
}

const pieces = /<(\/?)(w:(?:tbl|tr|p|t|tab|br))(?:\s[^>]*?)?(\/?)>|([^<]+)/g

const decodeXml = (text: string): string =>
  text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
