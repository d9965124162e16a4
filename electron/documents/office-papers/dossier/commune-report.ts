import { text, type PaperModel } from '../../letter/model.ts'
import { issuerOf } from '../issuer.ts'
import { field, noLetter, signedBy, type DossierFacts } from './dossier-facts.ts'

/**
 * Báo cáo của Ủy ban nhân dân cấp xã, four headings of it, due fifteen working days after the dossier came. Source: QĐ
 * 26/2026/QĐ-TTg, Điều 7 khoản 2; Phụ lục III, Mẫu số 03. The printed form has no line for a number; Decree 30/2020/NĐ-CP asks
 * for one, which the commune gives.
 */
export function communeReportModel(facts: DossierFacts): PaperModel {
  const { product, producer } = facts
  const commune = communeName(facts.commune)
  const { authority } = issuerOf(facts)
  const to = authority.area === '' ? 'Ủy ban nhân dân tỉnh …………' : authority.body
  return {
    ...noLetter,
    title: `Báo cáo của Ủy ban nhân dân cấp xã – ${product.name}`,
    head: {
      superiorBody: [],
      issuingBody: ['ỦY BAN NHÂN DÂN', commune.toUpperCase()],
      number: 'Số: ……/BC-UBND',
      placeAndDate: '………, ngày … tháng … năm ……',
    },
    kind: 'BÁO CÁO',
    subject: 'Đánh giá một số nội dung của hồ sơ đăng ký tham gia đánh giá, phân hạng sản phẩm OCOP',
    blocks: [
      { kind: 'heading', text: 'I. THÔNG TIN CHUNG VỀ HỒ SƠ SẢN PHẨM' },
      field('1. Tên chủ thể', producer.name),
      field('2. Loại hình tổ chức', producer.kind),
      field('3. Địa chỉ', producer.address),
      text('4. Tên người đại diện pháp luật:'),
      field('- Họ tên', producer.representative),
      field('- Giới tính (Nam/nữ); dân tộc'),
      field('- Địa chỉ thường trú'),
      field('5. Sản phẩm đăng ký đánh giá', product.name),
      { kind: 'heading', text: 'II. ĐÁNH GIÁ MỘT SỐ NỘI DUNG CỦA HỒ SƠ SẢN PHẨM' },
      field('1. Về sử dụng nguyên liệu địa phương', '', 3),
      field('2. Về sử dụng lao động địa phương', '', 3),
      field('3. Nguồn gốc ý tưởng sản phẩm', '', 3),
      field('4. Bản sắc/trí tuệ địa phương', '', 3),
      text(
        `Ủy ban nhân dân ${commune} đề nghị ${to} đánh giá, phân hạng sản phẩm OCOP cho sản phẩm ${product.name} của ` +
          `${producer.name}./.`,
      ),
      signedBy(['TM. ỦY BAN NHÂN DÂN'], '(Ký tên và đóng dấu)', ''),
    ],
  }
}

/** `xã Thu Phong` as it was typed; a bare name does not say which kind of commune it is. */
function communeName(typed: string): string {
  if (typed === '') return 'xã/phường …………'
  const named = /^(xã|phường|đặc khu|thị trấn)\s+/iu.exec(typed)
  return named === null ? `xã/phường ${typed}` : `${named[0].toLowerCase()}${typed.slice(named[0].length)}`
}
