import type { TableEntry, TableText } from '../nd30/table.ts'

/**
 * A template has one field a cell, whose texts are not all set alike: private signs around a text say how, until the
 * filled file has them as runs of their own (`setRuns`). Code points of Unicode's private use area.
 */
const signs = { bold: 0xe001, italics: 0xe002, end: 0xe003, size: 0xe100 }
const styled = /([\ue001\ue002\ue100-\ue1ff]+)([^\ue001-\ue003\ue100-\ue1ff]*)\ue003/
const anySign = /[\ue001-\ue003\ue100-\ue1ff]/g

/** A cell's paragraphs as they go into a field, a line each, with what they are set in besides the template's own type. */
export function entryText(entry: TableEntry): string {
  return (Array.isArray(entry) ? (entry as readonly TableText[]) : [entry as TableText]).map(markStyle).join('\n')
}

function markStyle(text: TableText): string {
  if (typeof text === 'string') return text.replace(anySign, '')
  const { bold = false, italics = false, size } = text
  const codes = [
    ...(bold ? [signs.bold] : []),
    ...(italics ? [signs.italics] : []),
    ...(size === undefined ? [] : [signs.size + 2 * size]),
  ]
  const lines = text.text.replace(anySign, '').split('\n')
  const mark = (line: string) => String.fromCharCode(...codes) + line + String.fromCharCode(signs.end)
  return lines.map((line) => (line === '' || codes.length === 0 ? line : mark(line))).join('\n')
}

/** A part of a filled Word file with each text that is set otherwise in a run of its own. */
export function setRuns(xml: string): string {
  if (xml.search(anySign) === -1) return xml
  const parted = xml.replace(/<w:r(?: [^>]*)?>(?:(?!<w:r[ >]).)*?<\/w:r>/gs, (run) => {
    const [, look = ''] = /^<w:r(?: [^>]*)?>(<w:rPr>.*?<\/w:rPr>)?/s.exec(run) ?? []
    const pieced = run.replace(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g, (whole, text: string) => {
      const pieces = text.split(styled)
      if (pieces.length === 1) return whole
      // Thrice: what stands between, the signs, what they are about.
      const runs = pieces.flatMap((piece, index) => {
        if (index % 3 === 1 || piece === '') return []
        return [textRun(piece, index % 3 === 2 ? withStyle(look, pieces[index - 1] ?? '') : look)]
      })
      return `</w:r>${runs.join('')}<w:r>${look}`
    })
    return pieced.replaceAll(`<w:r>${look}</w:r>`, '')
  })
  return parted.replace(anySign, '')
}

const textRun = (text: string, look: string): string => `<w:r>${look}<w:t xml:space="preserve">${text}</w:t></w:r>`

/** The template's type, with what the signs ask for in its place. */
function withStyle(look: string, codes: string): string {
  const asked = [...codes].map((sign) => sign.charCodeAt(0))
  const size = asked.find((code) => code >= signs.size)
  const isBold = asked.includes(signs.bold)
  const isItalic = asked.includes(signs.italics)
  const [, first = '', rest = ''] = /^<w:rPr>((?:<w:(?:rStyle|rFonts) [^>]*\/>)*)(.*)<\/w:rPr>$/s.exec(look) ?? []
  const others = [
    ...(isBold ? ['b', 'bCs'] : []),
    ...(isItalic ? ['i', 'iCs'] : []),
    ...(size === undefined ? [] : ['sz', 'szCs']),
  ].reduce((xml, name) => xml.replace(new RegExp(`<w:${name}(?: [^>]*)?/>`), ''), rest)
  const height = size === undefined ? '' : size - signs.size
  const sized = size === undefined ? '' : `<w:sz w:val="${height}"/><w:szCs w:val="${height}"/>`
  return `<w:rPr>${first}${isBold ? '<w:b/>' : ''}${isItalic ? '<w:i/>' : ''}${others}${sized}</w:rPr>`
}
