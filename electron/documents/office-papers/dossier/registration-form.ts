import { text, type PaperBlock, type PaperModel } from '../../letter/model.ts'
import { issuerOf } from '../issuer.ts'
import { boxes, field, nationHead, noLetter, signedBy, type DossierFacts } from './dossier-facts.ts'

/** Phiếu đăng ký of a producer. Source: QĐ 26/2026/QĐ-TTg, Phụ lục III, Mẫu số 01. */
export function registrationFormModel(facts: DossierFacts): PaperModel {
  const { product, producer, application, year, samplesReceived } = facts
  const { authority } = issuerOf(facts)
  return {
    ...noLetter,
    title: `Phiếu đăng ký – ${product.name}`,
    head: nationHead,
    kind: 'PHIẾU ĐĂNG KÝ',
    subject: `Tham gia đánh giá, phân hạng sản phẩm OCOP của ${authority.area === '' ? 'tỉnh …………' : authority.area} năm ${year}`,
    blocks: [
      text('1. Thông tin về đơn vị đăng ký:'),
      field('- Tên đơn vị', producer.name),
      field('- Họ tên người đại diện pháp lý', producer.representative),
      field('- Chức vụ'),
      field('- Địa chỉ liên hệ', producer.address),
      field('- Điện thoại', producer.phone),
      field('- Email'),
      field('2. Tên sản phẩm', product.name),
      field('3. Nhóm sản phẩm đăng ký (Ngành, Nhóm, Phân nhóm)', product.classes.join(', '), 2),
      text(
        `4. Lần đăng ký đánh giá: ${boxes([
          { label: 'Lần đầu', isChosen: application === 'new' },
          { label: 'Nâng hạng', isChosen: application === 'upgrade' },
          { label: 'Đánh giá lại', isChosen: application === 'reassessment' },
        ])}`,
      ),
      text('5. Tài liệu kèm theo:'),
      text('- Báo cáo đánh giá về sản phẩm theo Bộ tiêu chí (bản gốc, bản điện tử).'),
      field('- Sản phẩm mẫu (số lượng)', samplesReceived === 0 ? '' : String(samplesReceived)),
      text(
        'Cam đoan những thông tin trong Phiếu đăng ký là đúng sự thật, chúng tôi xin cam kết tuân thủ các quy định về đánh giá, ' +
          'phân hạng sản phẩm OCOP, chịu trách nhiệm trước Hội đồng và pháp luật về Hồ sơ đăng ký đánh giá, phân hạng sản phẩm.',
      ),
      signedBy(['ĐẠI DIỆN'], '(Ký, đóng dấu, ghi rõ họ tên)'),
      { kind: 'centred', text: 'PHẦN DÀNH CHO CƠ QUAN QUẢN LÝ' },
      ...received('DÀNH CHO ỦY BAN NHÂN DÂN CẤP XÃ'),
      ...received('DÀNH CHO CƠ QUAN QUẢN LÝ OCOP CẤP TỈNH'),
    ],
  }
}

const received = (heading: string): readonly PaperBlock[] => [
  { kind: 'heading', text: heading },
  text('Phiếu số: ……-…… /PĐK-(Mã tỉnh)-(Mã xã)-(Năm)'),
  field('Ngày nhận'),
  field('Người tiếp nhận, chữ ký'),
  signedBy(['CƠ QUAN TIẾP NHẬN'], '(Ký, đóng dấu và ghi rõ họ tên)', ''),
]
