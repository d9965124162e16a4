import { head, recipientsAndSignature, title } from './common.ts'
import { paragraph, ruledTable, run, tag } from './ooxml.ts'
import { sectionBreak } from './package.ts'

type Column = { readonly width: number; readonly isCentred?: boolean }

type LetterShape = {
  /** An official letter has its subject under its number and no title (Mẫu 1.5). */
  readonly hasTitle: boolean
  readonly hasAddressee: boolean
  /** Columns of the table between its paragraphs, and of its annexes; widths in millimetres. */
  readonly table?: readonly Column[]
  readonly annex?: readonly Column[]
}

/** Báo cáo, tờ trình, công văn, thông báo (Decree 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4 and 1.5). */
const letter = ({ hasTitle, hasAddressee, table, annex }: LetterShape): readonly string[] => [
  ...head({ hasDate: true, hasSubject: !hasTitle }),
  ...(hasTitle ? title : []),
  ...(hasAddressee ? [paragraph('KinhGui', 'Kính gửi: {kinh_gui}.')] : [paragraph('The', '')]),
  tag('#khoi'),
  tag('#la_muc'),
  paragraph('TieuDePhan', '{noi_dung}'),
  tag('/la_muc'),
  tag('#la_doan'),
  paragraph('DoanVan', [run('{dan}', { bold: true }), run('{noi_dung}')]),
  tag('/la_doan'),
  tag('#la_loi_dan'),
  paragraph('LoiDan', [run('{dan}', { bold: true }), run('{noi_dung}')]),
  tag('/la_loi_dan'),
  ...(table === undefined ? [] : [tag('#la_bang'), tableOf(table), paragraph('The', ''), tag('/la_bang')]),
  tag('/khoi'),
  paragraph('DoanCuoi', '{doan_cuoi}'),
  recipientsAndSignature,
  ...(annex === undefined
    ? []
    : [
        tag('#phu_luc'),
        sectionBreak,
        paragraph('PhuLuc', '{ten}'),
        paragraph('PhuLuc', '{tieu_de}'),
        paragraph('KemTheo', '{kem_theo}'),
        tableOf(annex),
        tag('/phu_luc'),
      ]),
  // A document may not end with a table.
  paragraph('The', ''),
]

const tableOf = (columns: readonly Column[]): string =>
  ruledTable({
    widths: columns.map(({ width }) => width),
    heads: columns.map((_, index) => `{dau_${index + 1}}`),
    cells: columns.map(({ isCentred = false }, index) => `${isCentred ? '<' : ''}{o_${index + 1}}`),
    loop: 'hang',
  })

const left = (width: number): Column => ({ width })
const centred = (width: number): Column => ({ width, isCentred: true })

export const councilReportTemplate = letter({
  hasTitle: true,
  hasAddressee: true,
  table: [left(33), centred(33), centred(33), centred(33), centred(33)],
  annex: [centred(9), left(52), left(23), centred(14), centred(14), centred(14), centred(16), left(23)],
})

export const proposalTemplate = letter({
  hasTitle: true,
  hasAddressee: true,
  annex: [centred(10), left(40), left(37), left(26), left(23), left(16), centred(13)],
})

export const referralLetterTemplate = letter({
  hasTitle: false,
  hasAddressee: true,
  annex: [centred(9), left(36), left(35), left(23), left(21), left(13), centred(13), centred(15)],
})

export const resultNoticesTemplate: readonly string[] = [
  tag('#thong_bao'),
  ...letter({ hasTitle: true, hasAddressee: false, table: [left(95), centred(35), centred(35)] }),
  tag('#con_tiep'),
  sectionBreak,
  tag('/con_tiep'),
  tag('/thong_bao'),
]
