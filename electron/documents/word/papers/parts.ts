import { nd30 } from '../../nd30/measures.ts'
import type { HeadCell, TableEntry, TableText, TextTable } from '../../nd30/table.ts'

// WordprocessingML of the pieces that papers are made of, in the styles of the shipped Word templates.

/** Styles by the names that the shipped templates give them. */
export type WordStyle =
  | 'QuocHieu'
  | 'TieuNgu'
  | 'CoQuanCapTren'
  | 'CoQuan'
  | 'SoKyHieu'
  | 'VeViec'
  | 'DiaDanh'
  | 'Ke'
  | 'DuThao'
  | 'TenLoai'
  | 'TrichYeu'
  | 'ThamQuyen'
  | 'KinhGui'
  | 'CanCu'
  | 'DoanVan'
  | 'LoiDan'
  | 'DoanCuoi'
  | 'TieuDePhan'
  | 'NoiNhanDau'
  | 'NoiNhan'
  | 'QuyenHan'
  | 'NguoiKy'
  | 'PhuLuc'
  | 'KemTheo'
  | 'DauBang'
  | 'OBang'
  | 'OBangGiua'
  | 'The'

export type Run = TableText

/** Twentieths of a point, in which Word measures. */
export function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4)
}

/** A paragraph; lines of its texts are broken, and tabs stand, as they do there. `more` stands in its properties after the style. */
export function paragraph(style: WordStyle, content: Run | readonly Run[], more = ''): string {
  const runs = (Array.isArray(content) ? (content as readonly Run[]) : [content as Run]).map(runXml).join('')
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${runs}</w:p>`
}

/** Stays on the page of what follows. */
export const keepNext = '<w:keepNext/>'

function runXml(run: Run): string {
  const { text, bold = false, italics = false, size } = typeof run === 'string' ? { text: run } : run
  const half = size === undefined ? '' : `<w:sz w:val="${2 * size}"/><w:szCs w:val="${2 * size}"/>`
  const look = `${bold ? '<w:b/>' : ''}${italics ? '<w:i/>' : ''}${half}`
  const piece = (part: string): string => (part === '' ? '' : `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`)
  const lines = text.split('\n').map((line) => line.split('\t').map(piece).join('<w:tab/>'))
  return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}${lines.join('<w:br/>')}</w:r>`
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Cells beside each other without lines, as wide as said in twips; each holds paragraphs. */
export function beside(cells: readonly { readonly width: number; readonly content: string }[]): string {
  const widths = cells.map(({ width }) => width)
  const row = cells.map(({ width, content }) =>
    cell({ width, content: content === '' ? paragraph('The', '') : content }),
  )
  return tableXml({
    widths,
    margin: 0,
    isRuled: false,
    rows: `<w:tr><w:trPr><w:cantSplit/></w:trPr>${row.join('')}</w:tr>`,
  })
}

/** A ruled table as wide as the text: its head is repeated on each page, no row parts. @param width twips of the text. */
export function ruledTable({ columns, head, rows }: TextTable, width: number): string {
  const asked = columns.map((column) => twips(column.width))
  const sum = asked.reduce((total, each) => total + each, 0)
  const widths = asked.map((each) => Math.round((each * width) / sum))
  const headRows = head.map(
    (cells, index) =>
      `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${headCells({ cells, below: head.length - index, widths })}</w:tr>`,
  )
  const bodyRows = rows.map((entries) => {
    const content = entries.map((entry, place) =>
      cell({
        width: widths[place] ?? 0,
        content: entryParagraphs(entry, columns[place]?.align === 'left' ? 'OBang' : 'OBangGiua'),
      }),
    )
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${content.join('')}</w:tr>`
  })
  return tableXml({ widths, margin: 60, isRuled: true, rows: [...headRows, ...bodyRows].join('') })
}

type HeadCells = {
  readonly cells: readonly (HeadCell | null)[]
  /** Head rows from this one on. */
  readonly below: number
  readonly widths: readonly number[]
}

/** A place that a cell before it covers is left out; one that a cell above covers goes on with it. */
function headCells({ cells, below, widths }: HeadCells): string {
  let covered = 0
  return cells
    .map((each, place) => {
      if (covered > 0) {
        covered -= 1
        return ''
      }
      if (each === null)
        return cell({ width: widths[place] ?? 0, content: paragraph('DauBang', ''), merge: '<w:vMerge/>' })
      const { text, across = 1, down = 1 } = each
      covered = across - 1
      const width = widths.slice(place, place + across).reduce((sum, one) => sum + one, 0)
      const merge = `${across > 1 ? `<w:gridSpan w:val="${across}"/>` : ''}${down > 1 && below > 1 ? '<w:vMerge w:val="restart"/>' : ''}`
      return cell({ width, content: paragraph('DauBang', text), merge: `${merge}<w:vAlign w:val="center"/>` })
    })
    .join('')
}

function entryParagraphs(entry: TableEntry, style: WordStyle): string {
  const texts = Array.isArray(entry) ? (entry as readonly TableText[]) : [entry as TableText]
  return (texts.length === 0 ? [''] : texts).map((text) => paragraph(style, text)).join('')
}

type Cell = { readonly width: number; readonly content: string; readonly merge?: string }

const cell = ({ width, content, merge = '' }: Cell): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${merge}</w:tcPr>${content}</w:tc>`

type Table = {
  readonly widths: readonly number[]
  /** Twips on the left and right of a cell's text. */
  readonly margin: number
  readonly isRuled: boolean
  readonly rows: string
}

function tableXml({ widths, margin, isRuled, rows }: Table): string {
  const width = widths.reduce((sum, each) => sum + each, 0)
  const lines = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
    .join('')
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/>${isRuled ? `<w:tblBorders>${lines}</w:tblBorders>` : ''}` +
    `<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="${margin}" w:type="dxa"/><w:right w:w="${margin}" w:type="dxa"/>` +
    `</w:tblCellMar></w:tblPr><w:tblGrid>${widths.map((each) => `<w:gridCol w:w="${each}"/>`).join('')}</w:tblGrid>${rows}</w:tbl>`
  )
}

/** A line of no height, which Word wants between two tables and at the end of a section. */
export function thinLine(more = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="The"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${more}</w:pPr></w:p>`
}

/** Twips of the text between the edges of a page. */
export function textTwips(orientation: 'portrait' | 'landscape'): number {
  const { width, height, edges } = nd30.page
  return twips((orientation === 'portrait' ? width : height) - edges.left.printed - edges.right.printed)
}
