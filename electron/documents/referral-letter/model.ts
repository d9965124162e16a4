import { formatHundredths } from '../../../shared/domain/scoring/mean.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { authorityOf, higherAuthority, type Authority } from '../authority.ts'
import { blankDate, blankHead, blankNumberInText } from '../blanks.ts'
import { citedDecisions } from '../cited-decisions.ts'
import { decisionReference, minutesReference } from '../cited-papers.ts'
import { inWords } from '../count-text.ts'
import { text, type LetterModel } from '../letter/model.ts'
import { tableOf, type ColumnOf } from '../nd30/table.ts'
import { referralListModel, type ReferralRow } from '../referral-list/model.ts'
import { councilStarHead, referralReason } from '../referral-note.ts'
import { scopeText } from '../scope-text.ts'
import { enclosureBlocks } from './enclosures.ts'

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
  const symbol = symbolOf(authority)
  const decisions = record.ruleSet.decisions.map(
    ({ subject: about }, index) => `${citedDecisions(record)[index]} ${about}`,
  )
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
        `Thực hiện ${decisions.join(', ')}; căn cứ ${minutesReference(record)} của ${council.name} và ${decisionReference(record)} ` +
          `phê duyệt kết quả đánh giá, phân hạng, ${authority.body} báo cáo và đề nghị như sau:`,
      ),
      text(
        `1. Hội đồng đã đánh giá, phân hạng ${inWords(record.items.length)} sản phẩm, trong đó ${inWords(list.rows.length)} ` +
          `sản phẩm đạt từ ${record.referralThreshold ?? ''} điểm trở lên, đủ điều kiện đề nghị cấp trên đánh giá, phân hạng ` +
          `theo ${record.ruleSet.articles.referral}.`,
      ),
      text(
        `2. ${authority.body} đề nghị ${to} xem xét, tổ chức đánh giá, phân hạng ${inWords(list.rows.length)} sản phẩm nêu ` +
          `trên (danh mục tại Phụ lục kèm theo). ${referralReason(record)}`,
      ),
      ...enclosureBlocks(record),
      text(`${authority.body} kính đề nghị ${to} quan tâm, xem xét./.`),
    ],
    recipients: [
      'Như trên',
      `Chủ tịch, các Phó Chủ tịch ${authority.bodyKind}`,
      council.name,
      `Lưu: VT, ${authority.draftingUnit}`,
    ],
    posts: authority.bodyPosts,
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
const symbolOf = ({ draftingUnit }: Authority): string => `UBND-${draftingUnit}`

const referralColumns: readonly ColumnOf<ReferralRow>[] = [
  { head: 'TT', width: 9, align: 'center', text: ({ place }) => String(place) },
  {
    head: 'Tên sản phẩm (mã số)',
    width: 34,
    align: 'left',
    text: ({ productName, code, note }) => [
      productName,
      { text: `(${code})`, italics: true },
      ...(note === '' ? [] : [{ text: note, italics: true, size: 10 }]),
    ],
  },
  {
    head: 'Tên chủ thể, loại hình',
    width: 31,
    align: 'left',
    text: ({ producerName, producerKind }) => [producerName, { text: producerKind, italics: true }],
  },
  { head: 'Địa chỉ', width: 22, align: 'left', text: ({ address }) => address },
  { head: 'Bộ sản phẩm', width: 20, align: 'left', text: ({ setName }) => setName },
  { head: 'Hình thức', width: 13, align: 'left', text: ({ application }) => application },
  {
    head: 'Điểm',
    width: 15,
    align: 'center',
    text: ({ meanHundredths: mean }) => (mean === null ? '' : formatHundredths(mean)),
  },
  { head: councilStarHead, width: 21, align: 'center', text: ({ star }) => (star === 0 ? '' : String(star)) },
]
