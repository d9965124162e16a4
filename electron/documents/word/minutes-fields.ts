import type { LetterBlock } from '../letter/model.ts'
import type { MinutesModel } from '../minutes/model.ts'
import { commonFields, commonValues } from './common-fields.ts'
import { entryText } from './run-style.ts'
import { flagField, leadOrText, listField, textField, type FieldSpec, type FieldValues } from './field-spec.ts'

/** The cells of a row of the results, in the order of the columns. */
const resultFields: readonly FieldSpec[] = [
  textField('tt', 'Thứ tự'),
  textField('san_pham', 'Mã và tên sản phẩm'),
  textField('chu_the', 'Tên chủ thể'),
  textField('so_phieu', 'Số phiếu được tính'),
  textField('diem', 'Điểm trung bình'),
  textField('hang_sao', 'Hạng sao'),
  textField('de_nghi', '“Đề nghị” khi gửi lên cấp trên'),
]

export const minutesFields: readonly FieldSpec[] = [
  ...commonFields,
  listField('mo_dau', 'Thời gian, địa điểm, quyết định thành lập Hội đồng', [textField('noi_dung', 'Một đoạn văn')]),
  listField('phan', 'Các phần của Biên bản', [
    textField('tieu_de', 'Số La Mã và tên phần'),
    listField('khoi', 'Các đoạn văn và bảng của phần, theo thứ tự', [
      flagField('la_doan', 'Có khi khối là một đoạn văn'),
      flagField(
        'la_loi_dan',
        'Có khi khối là câu dẫn của phần liệt kê, hoặc đoạn cuối trước chữ ký: ở cùng trang với dòng sau',
      ),
      textField('dan', 'Chữ đậm ở đầu đoạn'),
      textField('noi_dung', 'Nội dung của đoạn'),
      flagField('la_bang', 'Có khi khối là bảng kết quả'),
      listField('hang', 'Hàng của bảng kết quả', resultFields),
    ]),
  ]),
  textField('ket_thuc', 'Đoạn kết thúc cuộc họp'),
  textField('thu_ky', 'Họ và tên thư ký'),
  textField('chu_toa', 'Họ và tên chủ tọa'),
]

export function minutesValues(model: MinutesModel): FieldValues {
  return {
    ...commonValues(model, 'BIÊN BẢN'),
    mo_dau: model.opening.map((text) => ({ noi_dung: text })),
    phan: model.parts.map(({ heading, blocks }, part) => ({
      tieu_de: heading,
      khoi: blocks.map((block, index) => {
        const isLast = part === model.parts.length - 1 && index === blocks.length - 1
        return isLast && block.kind !== 'table' ? { ...blockValues(block), ...staysWithNext } : blockValues(block)
      }),
    })),
    ket_thuc: model.closing,
    thu_ky: model.secretary,
    chu_toa: model.chair,
  }
}

/** The last words of the minutes stand above the signatures, on one page with them. */
const staysWithNext = { la_doan: false, la_loi_dan: true }

function blockValues(block: LetterBlock): FieldValues {
  if (block.kind !== 'table') {
    const lead = block.kind === 'text' ? (block.lead ?? '') : ''
    return { ...leadOrText(block.text), dan: lead, noi_dung: block.text, la_bang: false, hang: [] }
  }
  const hang = block.table.rows.map((cells) =>
    Object.fromEntries(resultFields.map(({ name }, index) => [name, entryText(cells[index] ?? '')])),
  )
  return { la_doan: false, la_loi_dan: false, dan: '', noi_dung: '', la_bang: true, hang }
}
