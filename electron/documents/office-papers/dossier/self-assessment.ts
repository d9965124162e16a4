import { text, type PaperBlock, type PaperModel } from '../../letter/model.ts'
import { tableOf, type ColumnOf } from '../../nd30/table.ts'
import { field, nationHead, noLetter, signedBy, type DossierFacts } from './dossier-facts.ts'

/**
 * Báo cáo tự đánh giá of a producer, with the table of evidence, and each criterion of the product's set with room for the
 * producer's own score. Source: QĐ 26/2026/QĐ-TTg, Phụ lục III, Mẫu số 02.
 */
export function selfAssessmentModel(facts: DossierFacts): PaperModel {
  const { product, producer, application } = facts
  return {
    ...noLetter,
    title: `Báo cáo tự đánh giá – ${product.name}`,
    head: nationHead,
    kind: 'BÁO CÁO TỰ ĐÁNH GIÁ VỀ SẢN PHẨM',
    subject: '(Dành cho chủ thể có sản phẩm đăng ký)',
    blocks: [
      ...part('Phần I', 'THÔNG TIN CHUNG'),
      field('1. Tên chủ thể', producer.name),
      field('2. Loại hình tổ chức', producer.kind),
      field('3. Địa chỉ', producer.address),
      field('4. Điện thoại', producer.phone),
      field('Email'),
      text('5. Tên người đại diện pháp luật:'),
      field('- Họ tên', producer.representative),
      field('- Giới tính (Nam/nữ); dân tộc'),
      field('- Địa chỉ thường trú'),
      field('6. Ngày thành lập/đăng ký kinh doanh; số giấy đăng ký (nếu có)', '', 2),
      field('7. Tên sản phẩm/dịch vụ', product.name),
      field('Mô tả về quy cách sản phẩm, tiêu chuẩn', '', 2),
      text('Đánh dấu (√) vào mục tương ứng:'),
      ...ticks(facts).map(text),
      field('8. Lịch sử hình thành của chủ thể (các giai đoạn hình thành và phát triển)', '', 3),
      field('9. Cơ cấu tổ chức của chủ thể', '', 2),
      ...part('Phần II', 'KẾT QUẢ THỰC HIỆN PHƯƠNG ÁN SẢN XUẤT KINH DOANH'),
      field('- Tổ chức vùng nguyên liệu, công nghệ sản xuất, sơ chế, chế biến, đóng gói sản phẩm', '', 3),
      field('- Sự thay đổi về chất lượng, tiêu chuẩn chất lượng, bao bì, nhãn mác, hình thức đóng gói', '', 3),
      field('- Thị trường phân phối sản phẩm', '', 2),
      field('- Kết quả sản xuất, kinh doanh: doanh thu, lợi nhuận', '', 2),
      ...part('Phần III', 'ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN THEO BỘ TIÊU CHÍ SẢN PHẨM OCOP'),
      ...scoreBlocks(facts),
      text('Tài liệu minh chứng kèm theo vào phụ lục của Báo cáo:'),
      { kind: 'table', table: tableOf(evidenceColumns, facts.evidence) },
      ...(application === 'reassessment'
        ? [
            field(
              'Nội dung mới, những thay đổi và kết quả đạt được sau 3 năm được công nhận (nguyên liệu, công nghệ, bao bì, nhãn mác, ' +
                'công bố chất lượng, thị trường, sản lượng, doanh thu)',
              '',
              4,
            ),
          ]
        : []),
      ...part('Phần IV', 'KẾ HOẠCH SẢN XUẤT, KINH DOANH'),
      field('Định hướng, kế hoạch phát triển sản phẩm, tổ chức sản xuất, thị trường', '', 4),
      signedBy(['ĐẠI DIỆN THEO PHÁP LUẬT', 'CỦA CƠ SỞ'], '(Ký, họ tên, đóng dấu)'),
    ],
  }
}

const part = (name: string, title: string): readonly PaperBlock[] => [
  { kind: 'centred', text: name },
  { kind: 'centred', text: title },
]

/** What came with the dossier is ticked; where a paper may be one of several kinds, the producer ticks which. */
const ticks = ({ items, day }: DossierFacts): readonly string[] => [
  `a) Giấy đăng ký kinh doanh: ${boxOf(items, 'business-registration', day)}`,
  `b) Đã công bố chất lượng sản phẩm theo quy định: ${boxOf(items, 'declaration', day)}`,
  'c) Đã có các điều kiện sản xuất theo quy định:',
  '- Giấy chứng nhận cơ sở đủ điều kiện vệ sinh an toàn thực phẩm theo quy định của pháp luật cho sản xuất sản phẩm: □',
  '- Giấy chứng nhận cơ sở đủ điều kiện sản xuất bắt buộc theo quy định cho sản phẩm (đối với các sản phẩm bắt buộc theo quy định): □',
  'd) Đã có đăng ký sở hữu trí tuệ: □',
  '+ Giấy chứng nhận đăng ký nhãn hiệu: □',
  '+ Văn bản ghi nhận quyền sử dụng chỉ dẫn địa lý, nhãn hiệu tập thể, nhãn hiệu chứng nhận: □',
  '+ Bằng sáng chế: □',
  '+ Bằng độc quyền kiểu dáng công nghiệp: □',
  '+ Giấy chứng nhận bản quyền tác giả: □',
  '+ Khác (ghi rõ): □',
]

function boxOf(items: DossierFacts['items'], key: string, day: string): string {
  const isThere = items.some(
    (item) => item.key === key && item.state === 'received' && (item.expiresOn === null || item.expiresOn >= day),
  )
  return isThere ? '√' : '□'
}

function scoreBlocks({ criteria, product }: DossierFacts): readonly PaperBlock[] {
  if (criteria.length === 0) return [field('Điểm tự đánh giá theo từng tiêu chí của bộ sản phẩm', '', 4)]
  const total = criteria.reduce((sum, { max }) => sum + max, 0)
  const rows = tableOf(scoreColumns, criteria)
  return [
    text(`Điểm tự đánh giá theo thứ tự từng tiêu chí của ${product.classes.at(-1) ?? 'bộ sản phẩm'}:`),
    {
      kind: 'table',
      table: {
        ...rows,
        rows: [...rows.rows, ['', { text: 'Tổng cộng', bold: true }, { text: String(total), bold: true }, '', '']],
      },
    },
  ]
}

const scoreColumns: readonly ColumnOf<DossierFacts['criteria'][number]>[] = [
  { head: 'Mã', width: 14, align: 'center', text: ({ code }) => code },
  { head: 'Tiêu chí', width: 62, align: 'left', text: ({ title }) => title },
  { head: 'Điểm tối đa', width: 16, align: 'center', text: ({ max }) => String(max) },
  { head: 'Điểm tự đánh giá', width: 20, align: 'center', text: () => '' },
  { head: 'Mô tả, tài liệu minh chứng', width: 53, align: 'left', text: ({ proof }) => proof },
]

const evidenceColumns: readonly ColumnOf<DossierFacts['evidence'][number]>[] = [
  { head: 'TT', width: 11, align: 'center', text: (_row, place) => String(place) },
  { head: 'Nội dung', width: 58, align: 'left', text: ({ name }) => name },
  { head: 'Yêu cầu', width: 96, align: 'left', text: ({ requirement }) => requirement },
]
