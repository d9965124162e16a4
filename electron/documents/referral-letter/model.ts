import { formatDecreeDate } from '../../../shared/domain/calendar/format-date.ts'
import { formatHundredths } from '../../../shared/domain/scoring/mean.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { authorityOf, higherAuthority } from '../authority.ts'
import { blankDate, blankHead, blankNumberInText } from '../blanks.ts'
import { inWords } from '../count-text.ts'
import { listed, text, type LetterModel } from '../letter/model.ts'
import { tableOf, type ColumnOf } from '../nd30/table.ts'
import { referralListModel, type ReferralRow } from '../referral-list/model.ts'
import { scopeText } from '../scope-text.ts'

/**
 * Công văn with which the authority sends dossiers up, with the list of products as its annex. Form: Decree
 * 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.5. Source: QĐ 26/2026/QĐ-TTg, Điều 7 khoản 3 điểm e; under QĐ 148 the provinces
 * asked their districts for the same letter.
 */
export function referralLetterModel(record: SessionRecord): LetterModel {
  const { session, council } = record
  const authority = authorityOf(record)
  const list = referralListModel(record)
  const to = higherAuthority(record) ?? 'cấp trên'
  const subject = `đề nghị đánh giá, phân hạng sản phẩm OCOP ${scopeText(authority, session)}`
  const decisions = record.ruleSet.decisions
    .map(
      ({ number, date, issuer, subject: about }) =>
        `Quyết định số ${number} ${formatDecreeDate(date)} của ${issuer} ${about}`,
    )
    .join(', ')
  return {
    title: `Công văn ${subject}`,
    isDraft: session.state !== 'closed',
    head: {
      ...blankHead({ superiorBody: [], issuingBody: authority.bodyLines, symbol, seat: authority.seat }),
      about: `V/v ${subject}`,
    },
    kind: '',
    subject,
    addressee: to,
    blocks: [
      text(
        `Thực hiện ${decisions}; căn cứ kết quả họp ${formatDecreeDate(session.heldOn)} của ${council.name}, ${authority.body} báo cáo và đề nghị như sau:`,
      ),
      text(
        `1. Hội đồng đã đánh giá, phân hạng ${inWords(record.items.length)} sản phẩm, trong đó ${inWords(list.rows.length)} ` +
          `sản phẩm đạt từ ${record.referralThreshold ?? ''} điểm trở lên, đủ điều kiện đề nghị cấp trên đánh giá, phân hạng ` +
          `theo ${record.ruleSet.articles.referral}.`,
      ),
      text(
        `2. ${authority.body} đề nghị ${to} xem xét, tổ chức đánh giá, phân hạng ${inWords(list.rows.length)} sản phẩm nêu ` +
          'trên (danh mục tại Phụ lục kèm theo).',
      ),
      ...listed('3. Tài liệu gửi kèm', [
        'Hồ sơ đăng ký tham gia đánh giá, phân hạng và sản phẩm mẫu theo quy định của từng sản phẩm',
        'Báo cáo kết quả, Biên bản họp và Bảng tổng hợp điểm của Hội đồng',
        `Quyết định ${blankNumberInText(authority.symbol)} ${blankDate()} của ${authority.issuer} phê duyệt kết quả đánh giá, phân hạng`,
        'Danh mục sản phẩm (bản giấy và tệp Excel)',
      ]),
      text(`${authority.body} kính đề nghị ${to} quan tâm, xem xét./.`),
    ],
    recipients: ['Như trên', `Chủ tịch, các Phó Chủ tịch ${authority.bodyKind}`, council.name, 'Lưu: VT, Hồ sơ'],
    posts: authority.posts,
    signerPost: '',
    signer: '',
    annexes: [
      {
        name: 'Phụ lục',
        heading: list.heading,
        reference: [`(Kèm theo Công văn ${blankNumberInText(symbol)} ${blankDate()}`, `của ${authority.body})`],
        table: tableOf(referralColumns, list.rows),
      },
    ],
  }
}

/** An official letter carries no kind: the body's abbreviation and that of the unit that drafts it, which offices change. */
const symbol = 'UBND-NN'

const referralColumns: readonly ColumnOf<ReferralRow>[] = [
  { head: 'TT', width: 9, align: 'center', text: ({ place }) => String(place) },
  {
    head: 'Tên sản phẩm (mã số)',
    width: 36,
    align: 'left',
    text: ({ productName, code, note }) => [
      productName,
      { text: `(${code})`, italics: true },
      ...(note === '' ? [] : [{ text: note, italics: true, size: 10 }]),
    ],
  },
  {
    head: 'Tên chủ thể, loại hình',
    width: 35,
    align: 'left',
    text: ({ producerName, producerKind }) => [producerName, { text: producerKind, italics: true }],
  },
  { head: 'Địa chỉ', width: 23, align: 'left', text: ({ address }) => address },
  { head: 'Bộ sản phẩm', width: 21, align: 'left', text: ({ setName }) => setName },
  { head: 'Hình thức', width: 13, align: 'left', text: ({ application }) => application },
  {
    head: 'Điểm',
    width: 13,
    align: 'center',
    text: ({ meanHundredths: mean }) => (mean === null ? '' : formatHundredths(mean)),
  },
  { head: 'Hạng đề nghị', width: 15, align: 'center', text: ({ proposedStar }) => String(proposedStar) },
]
