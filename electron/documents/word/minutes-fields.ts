import type { MinutesBlock } from '../minutes/blocks.ts'
import type { MinutesModel } from '../minutes/model.ts'
import { commonFields, commonValues } from './common-fields.ts'
import { flagField, leadOrText, listField, textField, type FieldSpec, type FieldValues } from './field-spec.ts'

export const minutesFields: readonly FieldSpec[] = [
  ...commonFields,
  listField('mo_dau', 'Thời gian, địa điểm, quyết định thành lập Hội đồng', [textField('noi_dung', 'Một đoạn văn')]),
  listField('phan', 'Các phần của Biên bản', [
    textField('tieu_de', 'Số La Mã và tên phần'),
    listField('khoi', 'Các đoạn văn và bảng của phần, theo thứ tự', [
      flagField('la_doan', 'Có khi khối là một đoạn văn'),
      flagField('la_loi_dan', 'Có khi khối là câu dẫn của phần liệt kê, ở cùng trang với dòng sau'),
      textField('dan', 'Chữ đậm ở đầu đoạn'),
      textField('noi_dung', 'Nội dung của đoạn'),
      flagField('la_bang', 'Có khi khối là bảng kết quả'),
      listField('hang', 'Hàng của bảng kết quả', [
        textField('tt', 'Thứ tự'),
        textField('san_pham', 'Mã và tên sản phẩm'),
        textField('chu_the', 'Tên chủ thể'),
        textField('so_phieu', 'Số phiếu được tính'),
        textField('diem', 'Điểm trung bình'),
        textField('hang_sao', 'Hạng sao'),
        textField('de_nghi', '“Đề nghị” khi gửi lên cấp trên'),
      ]),
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
    phan: model.parts.map(({ heading, blocks }) => ({ tieu_de: heading, khoi: blocks.flatMap(blockValues) })),
    ket_thuc: model.closing,
    thu_ky: model.secretary,
    chu_toa: model.chair,
  }
}

function blockValues(block: MinutesBlock): readonly FieldValues[] {
  switch (block.kind) {
    case 'text':
      return [textValues({ lead: block.lead, text: block.text })]
    case 'list':
      return [
        textValues({ lead: '', text: block.lead }),
        ...block.items.map((item, index) =>
          textValues({ lead: '', text: `- ${item.replace(/\.$/, '')}${index === block.items.length - 1 ? '.' : ';'}` }),
        ),
      ]
    case 'results':
      return [
        {
          ...textValues({ lead: '', text: '' }),
          la_doan: false,
          la_loi_dan: false,
          la_bang: true,
          hang: block.rows.map((row) => ({
            tt: String(row.place),
            san_pham: row.productName,
            chu_the: row.producerName,
            so_phieu: String(row.countedBallots),
            diem: row.mean,
            hang_sao: row.star,
            de_nghi: row.referral,
          })),
        },
      ]
  }
}

const textValues = ({ lead, text }: { lead: string; text: string }): FieldValues => ({
  ...leadOrText(text),
  dan: lead,
  noi_dung: text,
  la_bang: false,
  hang: [],
})
