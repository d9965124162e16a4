import { head, recipients, title, twoSignatures } from './common.ts'
import { paragraph, ruledTable, run, tag } from './ooxml.ts'

/** Biên bản (Decree 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.9): no place and date in the head, two signatures. */
export const minutesTemplate: readonly string[] = [
  ...head({ hasDate: false }),
  ...title,
  tag('#mo_dau'),
  paragraph('DoanVan', '{noi_dung}'),
  tag('/mo_dau'),
  tag('#phan'),
  paragraph('TieuDePhan', '{tieu_de}'),
  tag('#khoi'),
  tag('#la_doan'),
  paragraph('DoanVan', [run('{dan}', { bold: true }), run('{noi_dung}')]),
  tag('/la_doan'),
  tag('#la_loi_dan'),
  paragraph('LoiDan', [run('{dan}', { bold: true }), run('{noi_dung}')]),
  tag('/la_loi_dan'),
  tag('#la_bang'),
  ruledTable({
    widths: [10, 50, 42, 14, 17, 16, 16],
    heads: ['TT', 'Sản phẩm', 'Chủ thể', 'Số phiếu', 'Điểm trung bình', 'Hạng sao', 'Đề nghị'],
    cells: ['<{tt}', '{san_pham}', '{chu_the}', '<{so_phieu}', '<{diem}', '<{hang_sao}', '<{de_nghi}'],
    loop: 'hang',
  }),
  paragraph('DoanVan', '', '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>'),
  tag('/la_bang'),
  tag('/khoi'),
  tag('/phan'),
  paragraph('DoanCuoi', '{ket_thuc}'),
  twoSignatures,
  recipients(),
]
