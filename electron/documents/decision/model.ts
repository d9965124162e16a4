import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import { officeSetBasis } from '../../../shared/domain/criteria/office-set-text.ts'
import { finalStar } from '../../../shared/domain/session/outcome.ts'
import type { ItemRecord, SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { findLevelRule } from '../../../shared/domain/rules/choose-rule-set.ts'
import { authorityOf, higherAuthority, officeOf, type Authority } from '../authority.ts'
import { blankDate, blankHead, blankNumberInText } from '../blanks.ts'
import { legalBasesOf } from '../cited-decisions.ts'
import { minutesReference, proposalReference } from '../cited-papers.ts'
import { inWords } from '../count-text.ts'
import type { Head } from '../nd30/head.ts'
import { officeForms } from '../office-forms.ts'
import { addressOf, applicationText, outcomesOf } from '../outcome.ts'
import { councilStarHead, referralNote } from '../referral-note.ts'
import { scopeText } from '../scope-text.ts'
import { certificateTexts, starCounts } from './certificate-texts.ts'
import { executorsOf, recipientsOf } from './execution.ts'

/** Quyết định công nhận: every word and number of it, decided. */
export type DecisionModel = {
  readonly title: string
  readonly isDraft: boolean
  readonly head: Head
  readonly subject: string
  readonly authority: string
  /** Whole paragraphs, each with its closing mark. */
  readonly legalBases: readonly string[]
  readonly articles: readonly DecisionArticle[]
  readonly recipients: readonly string[]
  readonly posts: readonly string[]
  /** Empty: left for whoever signs. */
  readonly signer: string
  readonly annexes: readonly DecisionAnnex[]
}

/** The first paragraph follows "Điều N."; the very last one ends with "./.". */
export type DecisionArticle = { readonly number: number; readonly paragraphs: readonly string[] }

export type DecisionAnnex = {
  /** `Phụ lục`, or with a Roman number where there are two (Decree 30, Phụ lục I, Phần III.1.b). */
  readonly name: string
  /** One line each; upper case. */
  readonly heading: readonly string[]
  /** One line each. */
  readonly reference: readonly string[]
  /** Head of the star column: that of a product that goes up is the council's, not one that anybody gave yet. */
  readonly starHead: string
  readonly rows: readonly AnnexRow[]
}

export type AnnexRow = {
  readonly place: number
  readonly productName: string
  readonly producerName: string
  readonly address: string
  readonly setName: string
  readonly application: string
  readonly star: number
  /** Two decimals with a comma; empty where the list prints no scores, as published decisions do not. */
  readonly mean: string
  /** Why its star is not the one that the points alone would give; empty where it is. */
  readonly note: string
}

/**
 * The decision that recognises what the level recognises (3★ and more, by the rule set) and approves what goes up.
 * No product of 1 or 2 stars is named. Structure: Decree 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2. Clauses: as published
 * decisions have them; number, date and signer's name are left blank.
 */
export function decisionModel(record: SessionRecord): DecisionModel {
  const authority = authorityOf(record)
  const { recognised, sentUp } = outcomesOf(record)
  const lists = { authority, recognised: recognised.toSorted((a, b) => finalStar(b) - finalStar(a)), sentUp, record }
  const articles = numberArticles(lists)
  return {
    title: `Quyết định công nhận sản phẩm OCOP ${scopeOf(lists)}`,
    isDraft: record.session.state !== 'closed',
    head: blankHead({ ...authority, superiorBody: [], issuingBody: authority.bodyLines }),
    subject: subjectOf(lists),
    authority: authority.capitals,
    legalBases: basesOf(record),
    articles,
    recipients: recipientsOf({ record, authority, lastArticle: articles.length }),
    posts: authority.posts,
    signer: '',
    annexes: annexesOf(lists),
  }
}

type Lists = {
  readonly record: SessionRecord
  readonly authority: Authority
  /** Highest star first, then in agenda order. */
  readonly recognised: readonly ItemRecord[]
  readonly sentUp: readonly ItemRecord[]
}

const scopeOf = ({ authority, record: { session } }: Pick<Lists, 'authority' | 'record'>): string =>
  scopeText(authority, session)

function subjectOf(lists: Lists): string {
  const recognises = lists.recognised.length > 0 ? ' và công nhận' : ''
  return `Về việc phê duyệt kết quả đánh giá, phân hạng${recognises} sản phẩm OCOP ${scopeOf(lists)}`
}

/** The office in charge proposes (QĐ 26/2026/QĐ-TTg, Điều 7 khoản 3 điểm đ); where it has no paper, the council does. */
function basesOf(record: SessionRecord): readonly string[] {
  const { council } = record
  const proposal = proposalReference(record)
  const minutes = minutesReference(record)
  return [
    ...[...legalBasesOf(record), ...officeForms(record.items).map(officeSetBasis)].map((basis) => `${basis};`),
    ...(proposal === null ? [] : [`Căn cứ ${minutes} của ${council.name};`]),
    proposal === null
      ? `Theo đề nghị của Chủ tịch ${council.name} tại ${minutes}.`
      : `Theo đề nghị của ${officeOf(record).headOf} tại ${proposal}.`,
  ]
}

function numberArticles(lists: Lists): readonly DecisionArticle[] {
  const recognises = lists.recognised.length > 0
  const texts = [
    ...(recognises ? [[recognitionText(lists)]] : []),
    ...(lists.sentUp.length > 0 ? [approvalTexts(lists)] : []),
    ...(recognises ? [certificateTexts(lists.record.ruleSet)] : []),
    [
      'Quyết định này có hiệu lực thi hành kể từ ngày ký.',
      `${executorsOf(lists)} chịu trách nhiệm thi hành Quyết định này./.`,
    ],
  ]
  return texts.map((paragraphs, index) => ({ number: index + 1, paragraphs }))
}

function recognitionText(lists: Lists): string {
  const { recognised } = lists
  const producers = new Set(recognised.map(({ producerName }) => producerName)).size
  return (
    `Phê duyệt kết quả đánh giá, phân hạng và công nhận ${inWords(recognised.length)} sản phẩm OCOP ${scopeOf(lists)} ` +
    `của ${inWords(producers)} chủ thể, gồm: ${starCounts(recognised.map(finalStar))} (danh sách tại ${annexNames(lists)[0]} kèm theo)` +
    `${lists.sentUp.length === 0 ? '' : `; không gồm ${inWords(lists.sentUp.length)} sản phẩm nêu tại Điều 2`}.`
  )
}

function approvalTexts(lists: Lists): readonly string[] {
  const { record, sentUp } = lists
  const to = higherAuthority(record) ?? ''
  return [
    `Phê duyệt kết quả đánh giá, phân hạng đối với ${inWords(sentUp.length)} sản phẩm đạt từ ` +
      `${record.referralThreshold} điểm trở lên; gửi hồ sơ đề nghị ${to} tổ chức đánh giá, phân hạng theo ` +
      `${record.ruleSet.articles.referral} (danh sách tại ${annexNames(lists).at(-1)} kèm theo).`,
    'Quyết định này chưa công nhận và chưa cấp Giấy chứng nhận sản phẩm OCOP đối với các sản phẩm nêu tại Điều này, kể ' +
      `cả sản phẩm đạt hạng sao thuộc thẩm quyền công nhận của ${lists.authority.issuer}; ${returnText(lists)}.`,
  ]
}

/** What comes after the higher level's result (QĐ 26/2026/QĐ-TTg, Điều 7 khoản 4 điểm g). */
function returnText({ record, authority }: Lists): string {
  const rule = findLevelRule(record)
  const to = higherAuthority(record) ?? 'cấp trên'
  const returned = rule?.referral?.returned
  if (returned === undefined) return `việc công nhận thực hiện theo kết quả đánh giá, phân hạng của ${to}`
  const stars = rule?.recognises.map((star) => `${star} sao`).join(', ') ?? ''
  return (
    `việc công nhận thực hiện theo kết quả đánh giá, phân hạng của ${to}. Trường hợp sản phẩm không đạt ` +
    `${record.referralThreshold} điểm tại ${to}, ${authority.issuer} căn cứ kết quả đó xem xét công nhận hạng ${stars} ` +
    `hoặc tổ chức đánh giá, phân hạng theo thẩm quyền (${returned})`
  )
}

const annexNames = ({ recognised, sentUp }: Pick<Lists, 'recognised' | 'sentUp'>): readonly string[] =>
  recognised.length > 0 && sentUp.length > 0 ? ['Phụ lục I', 'Phụ lục II'] : ['Phụ lục']

function annexesOf(lists: Lists): readonly DecisionAnnex[] {
  const { authority, recognised, sentUp, record } = lists
  const names = annexNames(lists)
  const reference = [
    `(Kèm theo Quyết định ${blankNumberInText(authority.symbol)} ${blankDate()}`,
    `của ${authority.issuer})`,
  ]
  const floors = floorsOf(record)
  const scope = scopeOf(lists).toUpperCase()
  return [
    ...(recognised.length === 0
      ? []
      : [
          {
            name: names[0] ?? '',
            heading: ['DANH SÁCH SẢN PHẨM OCOP ĐƯỢC CÔNG NHẬN', scope],
            reference,
            starHead: 'Hạng sao',
            rows: recognised.map((item, index) => annexRow({ item, index, mean: '' })),
          },
        ]),
    ...(sentUp.length === 0
      ? []
      : [
          {
            name: names.at(-1) ?? '',
            heading: [
              `DANH SÁCH SẢN PHẨM ĐẠT TỪ ${record.referralThreshold} ĐIỂM TRỞ LÊN`,
              'ĐỀ NGHỊ CẤP TRÊN ĐÁNH GIÁ, PHÂN HẠNG',
            ],
            reference,
            starHead: councilStarHead,
            rows: sentUp.map((item, index) => ({
              ...annexRow({ item, index, mean: formatMean(item.result.mean, floors) }),
              note: referralNote(item),
            })),
          },
        ]),
  ]
}

type AnnexRowInput = {
  item: ItemRecord
  index: number
  mean: string
}

const annexRow = ({ item, index, mean }: AnnexRowInput): AnnexRow => ({
  place: index + 1,
  productName: item.productName,
  producerName: item.producerName,
  address: addressOf(item),
  setName: item.form.name,
  application: applicationText[item.application],
  star: finalStar(item),
  mean,
  note: '',
})
