import { head, recipientsAndSignature, title } from './common.ts'
import { paragraph, ruledTable, run, tag } from './ooxml.ts'
import { sectionBreak } from './package.ts'

const annexTable = (column: { readonly head: string; readonly field: string; readonly width: number }): string =>
  ruledTable({
    widths: [10, 40, 37, 26, 23, column.width, 13],
    heads: ['TT', 'Tên sản phẩm', 'Tên chủ thể', 'Địa chỉ', 'Bộ sản phẩm', column.head, '{cot_hang}'],
    cells: ['<{tt}', '{ten_san_pham}', '{chu_the}', '{dia_chi}', '{bo_san_pham}', column.field, '<{hang_sao}'],
    loop: 'san_pham',
  })

/** Quyết định (Decree 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2) with its annexes, each on pages of its own. */
export const decisionTemplate: readonly string[] = [
  ...head({ hasDate: true }),
  ...title,
  paragraph('ThamQuyen', '{tham_quyen}'),
  tag('#can_cu'),
  paragraph('CanCu', '{noi_dung}'),
  tag('/can_cu'),
  paragraph('ThamQuyen', 'QUYẾT ĐỊNH:'),
  tag('#dieu'),
  paragraph('DoanVan', [run('Điều {so}. ', { bold: true }), run('{doan_dau}')]),
  tag('#doan_tiep'),
  paragraph('DoanVan', '{noi_dung}'),
  tag('/doan_tiep'),
  tag('/dieu'),
  paragraph('DoanCuoi', '{doan_cuoi}'),
  recipientsAndSignature,
  tag('#phu_luc'),
  sectionBreak,
  paragraph('PhuLuc', '{ten}'),
  paragraph('PhuLuc', '{tieu_de}'),
  paragraph('KemTheo', '{kem_theo}'),
  tag('#khong_diem'),
  annexTable({ head: 'Hình thức', field: '{hinh_thuc}', width: 16 }),
  tag('/khong_diem'),
  tag('#co_diem'),
  annexTable({ head: 'Điểm', field: '<{diem}', width: 16 }),
  tag('/co_diem'),
  tag('/phu_luc'),
  // A document may not end with a table.
  paragraph('The', ''),
]
