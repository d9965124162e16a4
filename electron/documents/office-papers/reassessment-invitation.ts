import type { RegisteredCertificate } from '../../../shared/api/certificate-register.ts'
import { formatDate, formatDecreeDate } from '../../../shared/domain/calendar/format-date.ts'
import type { CertificateState } from '../../../shared/domain/certificates/clock.ts'
import type { ReassessmentFiling } from '../../../shared/domain/dossiers/dossier-rules.ts'
import type { RuleSet } from '../../../shared/domain/rules/rule-set.ts'
import { blankHead } from '../blanks.ts'
import { citedDecisions } from '../cited-decisions.ts'
import { communeCommittee } from '../commune.ts'
import { inWords } from '../count-text.ts'
import { listed, text, type LetterBlock, type LetterModel } from '../letter/model.ts'
import { tableOf, type ColumnOf } from '../nd30/table.ts'
import { issuerOf, type IssuerFacts } from './issuer.ts'

/** A producer with its certificates that end, and how the law of the day has products evaluated again. */
export type ReassessmentFacts = IssuerFacts & {
  readonly producer: string
  readonly rows: readonly RegisteredCertificate[]
  /** Undefined where the decision's text could not be read. */
  readonly filing: ReassessmentFiling | undefined
}

/**
 * Công văn to a producer: which of its certificates end and when, in which days the dossier for the next evaluation is filed,
 * what it holds and to whom it goes. Form: Decree 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.5. Source: QĐ 26/2026/QĐ-TTg, Điều 7 khoản
 * 6 điểm a, Điều 6 khoản 1 điểm c, Điều 12 khoản 3; under QĐ 148/QĐ-TTg the notice before expiry.
 */
export function reassessmentModel(facts: ReassessmentFacts): LetterModel {
  const { authority, office } = issuerOf(facts)
  const { producer, rows, day } = facts
  const subject = 'đăng ký đánh giá, phân hạng lại sản phẩm OCOP'
  const communes = [...new Set(rows.map(({ commune }) => communeCommittee(commune)))]
  return {
    title: `Công văn ${subject}`,
    isDraft: false,
    head: {
      ...blankHead({ ...office, symbol: `${office.abbreviation}-${office.draftingUnit}`, seat: authority.seat }),
      about: `V/v ${subject}`,
    },
    kind: '',
    subject,
    addressee: producer,
    blocks: [
      text(
        `Căn cứ ${citedDecisions(facts).join(', ')}; qua theo dõi việc cấp Giấy chứng nhận sản phẩm OCOP, tính đến ` +
          `${formatDecreeDate(day)}, thời hạn Giấy chứng nhận của ${inWords(rows.length)} sản phẩm do ${producer} là chủ thể ` +
          'như sau:',
      ),
      { kind: 'table', table: tableOf(columns, rows) },
      ...cases.flatMap((one) => caseBlocks(one, facts, office.name)),
      ...filingBlocks(facts, communes, office.name),
      text(`Trong quá trình thực hiện, nếu cần hướng dẫn, đề nghị ${producer} liên hệ ${office.name}./.`),
    ],
    recipients: ['Như trên', ...communes, `Lưu: VT, ${office.draftingUnit}`],
    posts: office.posts,
    signerPost: '',
    signer: '',
    annexes: [],
  }
}

/** What is said to a producer of the certificates that stand alike. */
type Case = {
  readonly states: readonly CertificateState[]
  /** No mark at the end; null where there is nothing to say. */
  readonly text: (said: {
    readonly which: string
    readonly facts: ReassessmentFacts
    readonly office: string
  }) => string
}

const cases: readonly Case[] = [
  {
    states: ['window-open', 'closing'],
    text: ({ which, facts }) =>
      `Đối với ${which}: đang trong thời gian nộp hồ sơ đánh giá, phân hạng lại. Đề nghị nộp hồ sơ trong thời gian nêu tại ` +
      `bảng trên, ${windowText(facts)}`,
  },
  {
    states: ['in-force'],
    text: ({ which, facts }) =>
      facts.ruleSet.reassessment === null
        ? `Đối với ${which}: đề nghị theo dõi ngày hết hạn và đăng ký đánh giá, phân hạng lại khi có nhu cầu`
        : `Đối với ${which}: chưa đến thời gian nộp hồ sơ. Đề nghị chuẩn bị hồ sơ và nộp trong thời gian nêu tại bảng trên, ` +
          windowText(facts),
  },
  {
    states: ['lapsing'],
    text: ({ which, facts: { ruleSet } }) =>
      `Đối với ${which}: Giấy chứng nhận sắp hết hạn` +
      (ruleSet.expiryNoticeDays === undefined
        ? ''
        : ` (chủ thể được thông báo ít nhất ${ruleSet.expiryNoticeDays} ngày trước ngày hết hạn, ${ruleSet.articles.certificate})`) +
      '. Đề nghị đăng ký đánh giá, phân hạng lại nếu có nhu cầu',
  },
  {
    states: ['missed'],
    text: ({ which, office }) =>
      `Đối với ${which}: đã qua thời gian nộp hồ sơ đánh giá, phân hạng lại; Giấy chứng nhận có giá trị đến trước ngày hết ` +
      `hạn. Đề nghị liên hệ ${office} để được hướng dẫn đăng ký tham gia đánh giá, phân hạng`,
  },
  {
    states: ['grace'],
    text: ({ which, facts: { ruleSet } }) =>
      `Đối với ${which}: Giấy chứng nhận hết hạn trong thời gian chuyển tiếp, có thể tiếp tục có giá trị đến khi có kết quả ` +
      `đánh giá lại nhưng không quá ngày kéo dài nêu tại bảng trên${byArticle(ruleSet.reassessment?.grace?.article)}. Đề ` +
      'nghị nộp hồ sơ sớm nhất, nếu chưa nộp',
  },
  {
    states: ['prolonged'],
    text: ({ which, facts: { ruleSet } }) =>
      `Đối với ${which}: Giấy chứng nhận hết hạn trong thời gian chuyển tiếp, đã nộp hồ sơ đánh giá lại; tiếp tục có giá trị ` +
      'đến khi có kết quả đánh giá lại nhưng không quá ngày kéo dài nêu tại bảng trên' +
      byArticle(ruleSet.reassessment?.grace?.article),
  },
  {
    states: ['lapsed'],
    text: ({ which }) =>
      `Đối với ${which}: Giấy chứng nhận đã hết hạn, chủ thể không tiếp tục sử dụng Giấy chứng nhận, logo OCOP và hạng sao. ` +
      'Đề nghị đăng ký đánh giá, phân hạng lại nếu có nhu cầu',
  },
  {
    states: ['unknown'],
    text: ({ which }) =>
      `Đối với ${which}: chưa xác định được ngày hết hạn. Đề nghị gửi bản sao Giấy chứng nhận hoặc Quyết định công nhận để ` +
      'đối chiếu',
  },
]

function caseBlocks(one: Case, facts: ReassessmentFacts, office: string): readonly LetterBlock[] {
  const { rows } = facts
  const places = rows.flatMap(({ state }, index) => (one.states.includes(state) ? [index + 1] : []))
  if (places.length === 0) return []
  const which =
    places.length === rows.length
      ? rows.length === 1
        ? 'sản phẩm nêu trên'
        : 'các sản phẩm nêu trên'
      : `sản phẩm số ${places.join(', ')}`
  return [text(`${one.text({ which, facts, office })}.`)]
}

const byArticle = (article: string | undefined): string => (article === undefined ? '' : ` (${article})`)

/** `không sớm hơn 180 ngày và không muộn hơn 120 ngày tính đến ngày hết hạn (điểm a …)` */
function windowText({
  ruleSet,
  filing,
}: {
  readonly ruleSet: RuleSet
  readonly filing: ReassessmentFacts['filing']
}): string {
  const rule = ruleSet.reassessment
  if (rule === null) return 'theo quy định'
  return (
    `không sớm hơn ${rule.fileFromDays} ngày và không muộn hơn ${rule.fileToDays} ngày tính đến ngày hết thời hạn của ` +
    `Giấy chứng nhận${byArticle(filing?.article)}`
  )
}

function filingBlocks(
  { filing }: ReassessmentFacts,
  communes: readonly string[],
  office: string,
): readonly LetterBlock[] {
  if (filing === undefined) return [text(`Thành phần hồ sơ và nơi nộp thực hiện theo hướng dẫn của ${office}.`)]
  return [
    ...listed(`Hồ sơ gồm (${filing.papersArticle})`, filing.papers),
    text(`Nộp ${filing.copies} tại ${communes.length === 0 ? filing.to : communes.join(', ')} (${filing.article}).`),
  ]
}

const columns: readonly ColumnOf<RegisteredCertificate>[] = [
  { head: 'TT', width: 10, align: 'center', text: (_row, place) => String(place) },
  { head: 'Tên sản phẩm', width: 47, align: 'left', text: ({ productName }) => productName },
  { head: 'Hạng sao', width: 15, align: 'center', text: ({ star }) => (star === null ? '' : String(star)) },
  {
    head: 'Quyết định công nhận',
    width: 35,
    align: 'left',
    text: ({ decision, decisionDate, recognisedIn }) => [
      ...(decision === '' ? [] : [decision]),
      ...(decisionDate === null ? (recognisedIn === null ? [] : [`Năm ${recognisedIn}`]) : [formatDate(decisionDate)]),
    ],
  },
  {
    head: 'Hết hạn từ ngày',
    width: 25,
    align: 'center',
    text: ({ lapsesOn, lapseYear }) =>
      lapsesOn !== null ? formatDate(lapsesOn) : lapseYear === null ? '' : `Năm ${lapseYear}`,
  },
  { head: 'Thời gian nộp hồ sơ', width: 33, align: 'left', text: timeText },
]

function timeText({ state, window, graceUntil }: RegisteredCertificate): string {
  if ((state === 'grace' || state === 'prolonged') && graceUntil !== null)
    return `Kéo dài không quá ${formatDate(graceUntil)}`
  if (state === 'lapsed') return 'Đã hết hạn'
  if (window === null) return ''
  const [from, to] = [formatDate(window.opensOn), formatDate(window.closesOn)]
  return state === 'missed' ? `Đã qua ngày ${to}` : `Từ ${from} đến ${to}`
}
