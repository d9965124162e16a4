/** Small pieces of WordprocessingML, enough for the templates shipped. Lengths: twips (1/20 pt), half-points for type. */

export type ParagraphStyle = keyof typeof paragraphStyles

type RunStyle = {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  readonly size?: number
}

/** Millimetres to twips. */
export function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4)
}

export function run(text: string, { bold, italic, underline, size }: RunStyle = {}): string {
  const properties = [
    bold === undefined ? '' : `<w:b w:val="${bold ? 1 : 0}"/>`,
    italic === undefined ? '' : `<w:i w:val="${italic ? 1 : 0}"/>`,
    size === undefined ? '' : `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`,
    underline === true ? '<w:u w:val="single"/>' : '',
  ].join('')
  const style = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`
  return `<w:r>${style}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`
}

/** A paragraph; `extra` are properties that its style does not have. */
export function paragraph(style: ParagraphStyle, content: string | readonly string[], extra = ''): string {
  const runs = typeof content === 'string' ? run(content) : content.join('')
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${extra}</w:pPr>${runs}</w:p>`
}

/** A tag alone in its paragraph, which goes with the tag. */
export function tag(name: string): string {
  return paragraph('The', `{${name}}`)
}

/** A table without rules: the head of a document, its signatures. @param widths millimetres. */
export function plainTable(widths: readonly number[], rows: readonly (readonly string[])[]): string {
  return table({
    widths,
    rows: rows.map((cells) => row(cells.map((content, index) => cell(content, widths[index] ?? 0)))),
    borders: '',
  })
}

type RuledTableInput = {
  widths: readonly number[]
  heads: readonly string[]
  cells: readonly string[]
  /** The list that repeats the row. */
  loop: string
}

/** A ruled table with a repeated head and rows that are not split. @param widths millimetres. */
export function ruledTable({ widths, heads, cells, loop }: RuledTableInput): string {
  const head = row(
    heads.map((text, index) => cell(paragraph('DauBang', text), widths[index] ?? 0, '<w:vAlign w:val="center"/>')),
    '<w:cantSplit/><w:tblHeader/>',
  )
  const last = cells.length - 1
  const body = row(
    cells.map((text, index) => {
      const opened = index === 0 ? `{#${loop}}` : ''
      const closed = index === last ? `{/${loop}}` : ''
      const style = text.startsWith('<') ? 'OBangGiua' : 'OBang'
      return cell(paragraph(style, `${opened}${text.replace(/^</, '')}${closed}`), widths[index] ?? 0)
    }),
    '<w:cantSplit/>',
  )
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  const borders = `<w:tblBorders>${edges.map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join('')}</w:tblBorders>`
  return table({ widths, rows: [head, body], borders })
}

type TableInput = {
  widths: readonly number[]
  rows: readonly string[]
  borders: string
}

function table({ widths, rows, borders }: TableInput): string {
  const total = twips(widths.reduce((sum, width) => sum + width, 0))
  const side = borders === '' ? 0 : 60
  const grid = widths.map((width) => `<w:gridCol w:w="${twips(width)}"/>`).join('')
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/>` +
    `<w:tblCellMar><w:left w:w="${side}" w:type="dxa"/><w:right w:w="${side}" w:type="dxa"/></w:tblCellMar></w:tblPr>` +
    `<w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`
  )
}

const row = (cells: readonly string[], properties = '<w:cantSplit/>'): string =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`

const cell = (content: string, width: number, properties = ''): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${twips(width)}" w:type="dxa"/>${properties}</w:tcPr>${content}</w:tc>`

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

type StyleFacts = {
  readonly name: string
  /** Points. */
  readonly size: number
  readonly align: 'left' | 'center' | 'both'
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  /** Points before and after; 240 is a single line. */
  readonly before?: number
  readonly after?: number
  readonly line?: number
  readonly exactLine?: number
  /** Millimetres. */
  readonly firstLine?: number
  readonly sides?: number
  readonly keepNext?: boolean
  readonly keepLines?: boolean
}

/** The parts of a document by Decree 30/2020/NĐ-CP, Phụ lục I, each a style that an office can change in one place. */
export const paragraphStyles = {
  QuocHieu: { name: 'NĐ30 Quốc hiệu', size: 12, align: 'center', bold: true },
  TieuNgu: { name: 'NĐ30 Tiêu ngữ', size: 13, align: 'center', bold: true },
  CoQuanCapTren: { name: 'NĐ30 Cơ quan cấp trên', size: 12, align: 'center' },
  CoQuan: { name: 'NĐ30 Cơ quan ban hành', size: 12, align: 'center', bold: true },
  SoKyHieu: { name: 'NĐ30 Số, ký hiệu', size: 13, align: 'center', before: 6 },
  VeViec: { name: 'NĐ30 Trích yếu công văn', size: 12, align: 'center', before: 6 },
  DiaDanh: { name: 'NĐ30 Địa danh, ngày', size: 13, align: 'center', italic: true, before: 6 },
  Ke: { name: 'NĐ30 Đường kẻ', size: 12, align: 'center', underline: true, exactLine: 6 },
  DuThao: { name: 'NĐ30 Dự thảo', size: 14, align: 'left', bold: true },
  TenLoai: { name: 'NĐ30 Tên loại', size: 14, align: 'center', bold: true, before: 18, keepNext: true },
  TrichYeu: { name: 'NĐ30 Trích yếu', size: 14, align: 'center', bold: true, sides: 10, keepNext: true },
  ThamQuyen: { name: 'NĐ30 Thẩm quyền', size: 14, align: 'center', bold: true, before: 12, after: 8, keepNext: true },
  KinhGui: { name: 'NĐ30 Kính gửi', size: 14, align: 'center', before: 12, after: 12 },
  CanCu: { name: 'NĐ30 Căn cứ', size: 14, align: 'both', italic: true, firstLine: 12.7, after: 6, line: 252 },
  DoanVan: { name: 'NĐ30 Đoạn văn', size: 14, align: 'both', firstLine: 12.7, after: 6, line: 252 },
  LoiDan: {
    name: 'NĐ30 Lời dẫn',
    size: 14,
    align: 'both',
    firstLine: 12.7,
    after: 6,
    line: 252,
    keepNext: true,
  },
  DoanCuoi: {
    name: 'NĐ30 Đoạn cuối',
    size: 14,
    align: 'both',
    firstLine: 12.7,
    after: 6,
    line: 252,
    keepNext: true,
    keepLines: true,
  },
  TieuDePhan: {
    name: 'NĐ30 Tiêu đề phần',
    size: 14,
    align: 'both',
    bold: true,
    firstLine: 12.7,
    after: 6,
    line: 252,
    keepNext: true,
  },
  NoiNhanDau: { name: 'NĐ30 Nơi nhận', size: 12, align: 'left', bold: true, italic: true, before: 8 },
  NoiNhan: { name: 'NĐ30 Nơi nhận, danh sách', size: 11, align: 'left' },
  QuyenHan: { name: 'NĐ30 Quyền hạn, chức vụ', size: 14, align: 'center', bold: true, before: 8, keepNext: true },
  NguoiKy: { name: 'NĐ30 Người ký', size: 14, align: 'center', bold: true },
  PhuLuc: { name: 'NĐ30 Phụ lục', size: 14, align: 'center', bold: true, keepNext: true },
  KemTheo: { name: 'NĐ30 Kèm theo', size: 14, align: 'center', italic: true, before: 2, after: 10, keepNext: true },
  DauBang: { name: 'Đầu bảng', size: 12, align: 'center', bold: true, before: 2, after: 2, keepNext: true },
  OBang: { name: 'Ô bảng', size: 12, align: 'left', before: 2, after: 2 },
  OBangGiua: { name: 'Ô bảng, giữa', size: 12, align: 'center', before: 2, after: 2 },
  SoTrang: { name: 'NĐ30 Số trang', size: 14, align: 'center' },
  /** A line that only holds a tag, or keeps two tables apart. */
  The: { name: 'Thẻ', size: 12, align: 'left', exactLine: 6 },
} as const satisfies Record<string, StyleFacts>

export function stylesXml(): string {
  return (
    `<w:styles ${namespace}><w:docDefaults><w:rPrDefault><w:rPr>` +
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>' +
    '<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault>' +
    '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
    `${Object.entries(paragraphStyles)
      .map(([id, facts]) => styleXml(id, facts))
      .join('')}</w:styles>`
  )
}

export const namespace =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

function styleXml(id: string, facts: StyleFacts): string {
  const { name, size, align, bold, italic, underline, before = 0, after = 0, line = 240, exactLine } = facts
  const spacing =
    exactLine === undefined ? `w:line="${line}" w:lineRule="auto"` : `w:line="${exactLine * 20}" w:lineRule="exact"`
  const indent = [
    facts.firstLine === undefined ? '' : ` w:firstLine="${twips(facts.firstLine)}"`,
    facts.sides === undefined ? '' : ` w:left="${twips(facts.sides)}" w:right="${twips(facts.sides)}"`,
  ].join('')
  return (
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>` +
    `${facts.keepNext === true ? '<w:keepNext/>' : ''}${facts.keepLines === true ? '<w:keepLines/>' : ''}<w:widowControl/>` +
    `<w:spacing w:before="${before * 20}" w:after="${after * 20}" ${spacing}/>` +
    `${indent === '' ? '' : `<w:ind${indent}/>`}<w:jc w:val="${align}"/></w:pPr><w:rPr>` +
    `${bold === true ? '<w:b/>' : ''}${italic === true ? '<w:i/>' : ''}<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>` +
    `${underline === true ? '<w:u w:val="single"/>' : ''}</w:rPr></w:style>`
  )
}
