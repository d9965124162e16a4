import type { LetterAnnex } from '../letter/model.ts'
import type { Head } from '../nd30/head.ts'
import { mm, nd30 } from '../nd30/measures.ts'
import { flagField, listField, textField, type FieldSpec, type FieldValues } from './field-spec.ts'
import { ruleText } from './rule-length.ts'

/** The fields that every document has: head, title, place of receipt, signature. */
export const commonFields: readonly FieldSpec[] = [
  textField('tieu_de_tep', 'Tiêu đề của tệp'),
  flagField('du_thao', 'Có khi phiên họp chưa khóa: in “DỰ THẢO”'),
  textField('co_quan_cap_tren', 'Tên cơ quan chủ quản trực tiếp; để trống nếu không có'),
  textField('co_quan_ban_hanh', 'Tên cơ quan ban hành văn bản'),
  textField('ke_co_quan', 'Đường kẻ dưới tên cơ quan, dài từ 1/3 đến 1/2 dòng chữ'),
  textField('so_ky_hieu', 'Số và ký hiệu; để trống chỗ khi chưa lấy số'),
  textField('ve_viec', 'Trích yếu của công văn, dưới số và ký hiệu'),
  textField('dia_danh_ngay_thang', 'Địa danh và thời gian ban hành'),
  textField('ten_loai', 'Tên loại văn bản'),
  textField('trich_yeu', 'Trích yếu nội dung; để trống ở công văn'),
  textField('ke_trich_yeu', 'Đường kẻ dưới trích yếu, dài từ 1/3 đến 1/2 dòng chữ'),
  listField('noi_nhan', 'Nơi nhận, mỗi dòng một nơi', [textField('dong', 'Một dòng, có dấu ở đầu và cuối dòng')]),
  textField('quyen_han_chuc_vu', 'Quyền hạn, chức vụ của người ký (TM., KT., TL., …)'),
  textField('chuc_vu_co_quan', 'Chức vụ của người ký tại cơ quan, khi Hội đồng dùng con dấu của cơ quan'),
  textField('nguoi_ky', 'Họ và tên người ký'),
]

/** The head of an annex, before its list. @param reference how the annex names its paper. */
export function annexFields(reference: string): readonly FieldSpec[] {
  return [
    textField('ten', '“Phụ lục”, có số La Mã khi có từ hai phụ lục'),
    textField('tieu_de', 'Tiêu đề của phụ lục'),
    textField('kem_theo', reference),
  ]
}

export function annexValues({
  name,
  heading,
  reference,
}: Pick<LetterAnnex, 'name' | 'heading' | 'reference'>): FieldValues {
  return { ten: name, tieu_de: heading.join('\n'), kem_theo: reference.join('\n') }
}

/** What documents share, whatever they are about. */
export type CommonModel = {
  readonly title: string
  readonly isDraft: boolean
  readonly head: Head & { readonly about?: string }
  readonly recipients: readonly string[]
  readonly posts?: readonly string[]
  readonly signerPost?: string
  readonly signer?: string
  readonly subject: string
}

export function commonValues(model: CommonModel, kind: string): FieldValues {
  const { head, recipients } = model
  const body = head.issuingBody.join('\n')
  return {
    tieu_de_tep: model.title,
    du_thao: model.isDraft,
    co_quan_cap_tren: head.superiorBody.join('\n'),
    co_quan_ban_hanh: body,
    ke_co_quan: ruleText({
      heading: body,
      size: nd30.size.issuingBody.printed,
      lineWidth: mm(nd30.columns.left),
      share: nd30.rule.issuingBody.printed,
    }),
    so_ky_hieu: head.number,
    ve_viec: head.about ?? '',
    dia_danh_ngay_thang: head.placeAndDate,
    ten_loai: kind,
    trich_yeu: kind === '' ? '' : model.subject,
    ke_trich_yeu: ruleText({
      heading: model.subject,
      size: nd30.size.subject.printed,
      lineWidth: mm(145),
      share: nd30.rule.subject.printed,
    }),
    noi_nhan: recipients.map((line, index) => ({ dong: `- ${line}${index === recipients.length - 1 ? '.' : ';'}` })),
    quyen_han_chuc_vu: (model.posts ?? []).join('\n'),
    chuc_vu_co_quan: model.signerPost ?? '',
    nguoi_ky: model.signer ?? '',
  }
}
