import { nameWithNote } from '../decision/annex-table.ts'
import type { DecisionModel } from '../decision/model.ts'
import { annexFields, annexValues, commonFields, commonValues } from './common-fields.ts'
import { entryText } from './run-style.ts'
import { flagField, listField, textField, type FieldSpec, type FieldValues } from './field-spec.ts'

const paragraphFields = [textField('noi_dung', 'Một đoạn văn')]

export const decisionFields: readonly FieldSpec[] = [
  ...commonFields,
  textField('tham_quyen', 'Thẩm quyền ban hành, chữ in hoa, trên các căn cứ'),
  listField('can_cu', 'Căn cứ ban hành, mỗi căn cứ một đoạn', paragraphFields),
  listField('dieu', 'Các điều của Quyết định', [
    textField('so', 'Số của điều'),
    textField('doan_dau', 'Đoạn đầu, sau “Điều …”'),
    listField('doan_tiep', 'Các đoạn sau của điều', paragraphFields),
  ]),
  textField('doan_cuoi', 'Đoạn cuối cùng, ở cùng trang với chữ ký'),
  listField('phu_luc', 'Phụ lục', [
    ...annexFields('“(Kèm theo Quyết định số …)”'),
    textField('cot_hang', 'Tên cột hạng sao'),
    flagField('co_diem', 'Có khi danh sách in điểm'),
    flagField('khong_diem', 'Có khi danh sách không in điểm'),
    listField('san_pham', 'Sản phẩm trong danh sách, mỗi sản phẩm một hàng', [
      textField('tt', 'Thứ tự'),
      textField('ten_san_pham', 'Tên sản phẩm'),
      textField('chu_the', 'Tên chủ thể'),
      textField('dia_chi', 'Địa chỉ'),
      textField('bo_san_pham', 'Bộ sản phẩm'),
      textField('hinh_thuc', 'Lần đầu, nâng hạng, đánh giá lại'),
      textField('diem', 'Điểm trung bình; để trống nếu không in điểm'),
      textField('hang_sao', 'Hạng sao'),
    ]),
  ]),
]

export function decisionValues(model: DecisionModel): FieldValues {
  return {
    ...commonValues(model, 'QUYẾT ĐỊNH'),
    tham_quyen: model.authority,
    can_cu: model.legalBases.map((text) => ({ noi_dung: text })),
    ...articleValues(model.articles),
    phu_luc: model.annexes.map((annex) => {
      const { starHead, rows } = annex
      const hasScores = rows.some(({ mean }) => mean !== '')
      return {
        ...annexValues(annex),
        cot_hang: starHead,
        co_diem: hasScores,
        khong_diem: !hasScores,
        san_pham: rows.map((row) => ({
          tt: String(row.place),
          ten_san_pham: entryText(nameWithNote(row)),
          chu_the: row.producerName,
          dia_chi: row.address,
          bo_san_pham: row.setName,
          hinh_thuc: row.application,
          diem: row.mean,
          hang_sao: String(row.star),
        })),
      }
    }),
  }
}

/** The last paragraph stands apart: it stays with the signature. */
function articleValues(articles: DecisionModel['articles']): FieldValues {
  const dieu = articles.map(({ number, paragraphs: [first = '', ...rest] }, index) => ({
    so: String(number),
    doan_dau: first,
    doan_tiep: (index === articles.length - 1 ? rest.slice(0, -1) : rest).map((text) => ({ noi_dung: text })),
  }))
  return { dieu, doan_cuoi: articles.at(-1)?.paragraphs.slice(1).at(-1) ?? '' }
}
