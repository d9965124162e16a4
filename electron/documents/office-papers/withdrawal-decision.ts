import type { Withdrawal } from '../../../shared/api/aftercare.ts'
import { formatDate, formatDecreeDate } from '../../../shared/domain/calendar/format-date.ts'
import { findLevelRule } from '../../../shared/domain/rules/choose-rule-set.ts'
import { blankDate, blankNumberInText } from '../blanks.ts'
import { inWords } from '../count-text.ts'
import { executorsOf } from '../decision/execution.ts'
import type { LetterAnnex, PaperBlock, PaperModel } from '../letter/model.ts'
import { tableOf, type ColumnOf } from '../nd30/table.ts'
import { decisionFrame } from './decision-frame.ts'
import { issuerOf, type Issuer, type IssuerFacts } from './issuer.ts'

export type WithdrawalDecisionFacts = IssuerFacts & {
  readonly cases: readonly Withdrawal[]
  /** Each is concluded and this office's to draft. */
  readonly isReady: boolean
}

/**
 * Quyết định thu hồi Giấy chứng nhận: one certificate in its Điều 1, several in an annex. Form: Decree 30/2020/NĐ-CP, Phụ lục
 * III, Mẫu 1.2; authority, grounds and to whom it is sent: QĐ 26/2026/QĐ-TTg, Điều 8. That who may no longer use the mark:
 * QĐ 1162/QĐ-VPĐP-OCOP, Điều 5 (recognised products alone).
 */
export function withdrawalDecisionModel(facts: WithdrawalDecisionFacts): PaperModel {
  const { cases, ruleSet, day } = facts
  const issuer = issuerOf(facts)
  const { authority, office } = issuer
  const [only] = cases
  const record = { level: facts.office.level, ruleSet, session: { heldOn: day } }
  const about =
    cases.length === 1 && only !== undefined
      ? `đối với sản phẩm ${only.productName} của ${only.producerName}`
      : `đối với ${inWords(cases.length)} sản phẩm`
  const subject = `Về việc thu hồi Giấy chứng nhận sản phẩm OCOP ${about}`
  const bases = findLevelRule({ level: facts.office.level, ruleSet })?.legalBases ?? ruleSet.legalBases
  return {
    ...decisionFrame(authority, {
      title: `Quyết định ${subject.charAt(0).toLowerCase()}${subject.slice(1)}`,
      subject,
      bases: [...bases, ...conclusionsOf(cases)],
      proposer: office.headOf,
      articles: [
        ...(cases.length === 1 && only !== undefined ? oneWithdrawn(only) : severalWithdrawn(cases)),
        article(
          2,
          'Chủ thể có sản phẩm nêu tại Điều 1 không sử dụng Giấy chứng nhận, logo OCOP và hạng sao đối với sản phẩm đó trên ' +
            'bao bì, nhãn sản phẩm và trong hoạt động giới thiệu, quảng bá kể từ ngày Quyết định này có hiệu lực.',
        ),
        article(3, 'Quyết định này có hiệu lực thi hành kể từ ngày ký.'),
        plain(`${executorsOf({ record, authority })} chịu trách nhiệm thi hành Quyết định này./.`),
      ],
    }),
    recipients: ['Như Điều 3', ...copiesTo(cases), `Lưu: VT, ${authority.draftingUnit}`],
    annexes: cases.length === 1 ? [] : [annexOf(cases, issuer)],
  }
}

const plain = (text: string): PaperBlock => ({ kind: 'text', text })
const article = (number: number, text: string): PaperBlock => ({ kind: 'text', lead: `Điều ${number}. `, text })

/** `Căn cứ Kết luận số 12/KL-SYT ngày … của Sở Y tế`, each once, the earliest first. */
function conclusionsOf(cases: readonly Withdrawal[]): readonly string[] {
  const concluded = cases
    .filter(({ concludedOn }) => concludedOn !== null)
    .toSorted((one, other) => (one.concludedOn ?? '').localeCompare(other.concludedOn ?? ''))
  return [...new Set(concluded.map((one) => `Căn cứ ${conclusionOf(one)}`))]
}

function conclusionOf({ conclusion, concludedOn, concludedBy }: Withdrawal): string {
  const paper = conclusion === '' ? 'kết luận' : conclusion
  const by = concludedBy === '' ? '' : ` của ${concludedBy}`
  return `${paper}${concludedOn === null ? '' : ` ${formatDecreeDate(concludedOn)}`}${by}`
}

function oneWithdrawn(one: Withdrawal): readonly PaperBlock[] {
  const place = placeOf(one) === '' ? '' : ` (${placeOf(one)})`
  const star = one.star === null ? '' : `, hạng ${one.star} sao`
  return [
    article(
      1,
      `Thu hồi Giấy chứng nhận sản phẩm OCOP${one.code === '' ? '' : ` số ${one.code}`} cấp cho sản phẩm ` +
        `${one.productName} của ${one.producerName}${place}${star}${recognisedBy(one)}.`,
    ),
    plain(`Lý do thu hồi: ${reasonOf(one)}.`),
    plain(`Sự việc: ${one.facts.replace(/[\s.;]+$/u, '')}.`),
  ]
}

function severalWithdrawn(cases: readonly Withdrawal[]): readonly PaperBlock[] {
  return [
    article(
      1,
      `Thu hồi Giấy chứng nhận sản phẩm OCOP đối với ${inWords(cases.length)} sản phẩm, với lý do đối với từng sản phẩm ` +
        'nêu tại Phụ lục kèm theo Quyết định này.',
    ),
  ]
}

function recognisedBy({ recognition, recognisedOn }: Withdrawal): string {
  if (recognition === '' && recognisedOn === null) return ''
  const day = recognisedOn === null ? '' : ` ${formatDecreeDate(recognisedOn)}`
  return `, được công nhận theo Quyết định${recognition === '' ? '' : ` số ${recognition}`}${day}`
}

const reasonOf = ({ groundSays, groundArticle }: Withdrawal): string =>
  `${groundSays.replace(/[\s.;]+$/u, '')}${groundArticle === '' ? '' : ` (${groundArticle})`}`

const placeOf = ({ commune, district }: Withdrawal): string =>
  [commune, district].filter((part) => part !== '').join(', ')

/** It is sent to the producers and the bodies concerned (Điều 8 khoản 3 điểm c). */
function copiesTo(cases: readonly Withdrawal[]): readonly string[] {
  const bodies = [...new Set(cases.map(({ concludedBy }) => concludedBy).filter((body) => body !== ''))]
  return ['Các chủ thể có Giấy chứng nhận bị thu hồi', ...bodies.slice(0, 5)]
}

const annexOf = (cases: readonly Withdrawal[], { authority }: Issuer): LetterAnnex => ({
  name: 'Phụ lục',
  heading: ['DANH SÁCH SẢN PHẨM OCOP BỊ THU HỒI GIẤY CHỨNG NHẬN'],
  reference: [`(Kèm theo Quyết định ${blankNumberInText(authority.symbol)} ${blankDate()}`, `của ${authority.issuer})`],
  orientation: 'landscape',
  table: tableOf(columns, cases),
})

const columns: readonly ColumnOf<Withdrawal>[] = [
  { head: 'TT', width: 11, align: 'center', text: (_row, place) => String(place) },
  { head: 'Tên sản phẩm', width: 40, align: 'left', text: ({ productName }) => productName },
  { head: 'Tên chủ thể', width: 40, align: 'left', text: ({ producerName }) => producerName },
  { head: 'Địa chỉ', width: 32, align: 'left', text: placeOf },
  { head: 'Hạng sao', width: 14, align: 'center', text: ({ star }) => (star === null ? '' : String(star)) },
  {
    head: 'Giấy chứng nhận, quyết định công nhận',
    width: 38,
    align: 'left',
    text: ({ code, recognition, recognisedOn }) =>
      [code, recognition, recognisedOn === null ? '' : formatDate(recognisedOn)].filter((part) => part !== ''),
  },
  { head: 'Lý do thu hồi', width: 60, align: 'left', text: reasonOf },
  { head: 'Kết luận, xác nhận', width: 30, align: 'left', text: conclusionShort },
]

function conclusionShort({ conclusion, concludedOn, concludedBy }: Withdrawal): readonly string[] {
  return [conclusion, concludedOn === null ? '' : formatDate(concludedOn), concludedBy].filter((part) => part !== '')
}
