import type { WrittenProduct } from '../../../../shared/api/opinions.ts'
import { formatDate, formatDecreeDate } from '../../../../shared/domain/calendar/format-date.ts'
import { isAgreed } from '../../../../shared/domain/opinions/agreed.ts'
import { blankDate, blankNumberInText } from '../../blanks.ts'
import { byStar, type CertificateScope } from '../../certificate/certified.ts'
import { legalBasesOf } from '../../cited-decisions.ts'
import { inWords } from '../../count-text.ts'
import { certificateTexts, starCounts } from '../../decision/certificate-texts.ts'
import { executorsOf, recipientsOf } from '../../decision/execution.ts'
import type { PaperBlock, PaperModel } from '../../letter/model.ts'
import { tableOf, type ColumnOf } from '../../nd30/table.ts'
import { addressOf } from '../../outcome.ts'
import type { SheetDocument } from '../../render-xlsx.ts'
import { listTop, sheetRows, type SheetColumnOf } from '../../sheet-frame.ts'
import { decisionFrame } from '../decision-frame.ts'
import { issuerOf } from '../issuer.ts'
import { roundName, type OpinionRoundFacts } from './opinion-facts.ts'

/** What the certificates of a round rest on: the products that its council agreed on, as the round calls them. */
export function scopeOfRound({ round, council, ruleSet }: OpinionRoundFacts): CertificateScope {
  const { level, sentOn, closedOn, year, number } = round
  return {
    level,
    council: { province: council.province, district: council.district },
    ruleSet,
    session: { heldOn: sentOn },
    isLocked: closedOn !== null,
    batch: `Năm ${year}, đợt lấy ý kiến ${number}`,
    products: recognisedIn(round.products).map(({ id, code, name, producerName, commune, district, star }) => ({
      id,
      code,
      productName: name,
      producerName,
      commune,
      district,
      star,
    })),
  }
}

/** It is locked, agreed on something, and is decided by no paper of elsewhere. */
export function isReadyToDecide({ round: { closedOn, decision, products } }: OpinionRoundFacts): boolean {
  return closedOn !== null && decision?.from !== 'typed' && products.some(isAgreed)
}

/**
 * Quyết định công nhận lại of what a round of written opinions agreed on. Form: Decree 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2;
 * way of evaluating: QĐ 26/2026/QĐ-TTg, Điều 7 khoản 6; clauses on certificates as in the decision of a session.
 */
export function recognitionDecisionModel(facts: OpinionRoundFacts): PaperModel {
  const { round, council, ruleSet } = facts
  const { level } = round
  const record = { level, council, ruleSet, session: { heldOn: round.sentOn } }
  const { authority, office } = issuerOf(facts)
  const area = authority.area === '' ? 'cấp quốc gia' : authority.area
  const scope = `${area} năm ${round.year} (${roundName(round)})`
  const products = recognisedIn(round.products)
  const producers = new Set(products.map(({ producerName }) => producerName)).size
  return {
    ...decisionFrame(authority, {
      title: `Quyết định công nhận lại sản phẩm OCOP ${scope}`,
      subject: `Về việc phê duyệt kết quả đánh giá, phân hạng lại và công nhận sản phẩm OCOP ${scope}`,
      bases: [...legalBasesOf(record), `Căn cứ ${resultText(facts)}`],
      proposer: level === 'central' ? `Chủ tịch ${council.name}` : office.headOf,
      articles: [
        ...article(1, [
          `Phê duyệt kết quả đánh giá, phân hạng lại và công nhận ${inWords(products.length)} sản phẩm OCOP ${area} của ` +
            `${inWords(producers)} chủ thể, gồm: ${starCounts(products.map(({ star }) => star))} (danh sách tại Phụ lục kèm theo). ` +
            `Việc đánh giá, phân hạng lại thực hiện bằng hình thức lấy ý kiến bằng văn bản của thành viên Hội đồng theo ` +
            `${round.rules.article}.`,
        ]),
        ...article(2, certificateTexts(ruleSet)),
        ...article(3, [
          'Quyết định này có hiệu lực thi hành kể từ ngày ký.',
          `${executorsOf({ record, authority })} chịu trách nhiệm thi hành Quyết định này./.`,
        ]),
      ],
    }),
    recipients: recipientsOf({ record, authority, lastArticle: 3 }),
    annexes: [
      {
        name: 'Phụ lục',
        heading: ['DANH SÁCH SẢN PHẨM OCOP ĐƯỢC CÔNG NHẬN LẠI', scope.toUpperCase()],
        reference: [
          `(Kèm theo Quyết định ${blankNumberInText(authority.symbol)} ${blankDate()}`,
          `của ${authority.issuer})`,
        ],
        table: tableOf(columns, products),
      },
    ],
  }
}

export function recognitionDecisionSheet(facts: OpinionRoundFacts): SheetDocument {
  const { head, title, annexes } = recognitionDecisionModel(facts)
  const columnCount = sheetColumns.length
  return {
    title,
    isDraft: false,
    sheetName: 'Công nhận lại',
    above: listTop({ head, columns: columnCount, split: 4, title: annexes[0]?.heading ?? [] }),
    ...sheetRows(
      sheetColumns,
      recognisedIn(facts.round.products).map((product, index) => ({ ...product, place: index + 1 })),
    ),
    below: [],
  }
}

type Recognised = WrittenProduct & { readonly star: number }

const recognisedIn = (products: readonly WrittenProduct[]): readonly Recognised[] =>
  byStar(products.filter(isAgreed).map((product) => ({ ...product, star: product.proposedStar ?? 0 })))

/** `kết quả lấy ý kiến bằng văn bản của các thành viên Hội đồng … (đợt lấy ý kiến 01/2026, phiếu gửi ngày …)` */
function resultText({ round, council }: OpinionRoundFacts): string {
  const sent = `phiếu gửi ${formatDecreeDate(round.sentOn)}`
  return `kết quả lấy ý kiến bằng văn bản của các thành viên ${council.name} (${roundName(round)}, ${sent})`
}

function article(number: number, [first = '', ...rest]: readonly string[]): readonly PaperBlock[] {
  return [
    { kind: 'text', lead: `Điều ${number}. `, text: first },
    ...rest.map((text): PaperBlock => ({ kind: 'text', text })),
  ]
}

/** Decision and day of the recognition that ends, a paragraph each. */
function formerOf({ former: { decision, decidedOn, star } }: WrittenProduct): readonly string[] {
  const on = decidedOn === null ? '' : `ngày ${formatDate(decidedOn)}`
  return [decision, on, star === null ? '' : `hạng ${star} sao`].filter((part) => part !== '')
}

/** 165 mm in all. */
const columns: readonly ColumnOf<Recognised>[] = [
  { head: 'TT', width: 10, align: 'center', text: (_row, place) => String(place) },
  { head: 'Tên sản phẩm', width: 41, align: 'left', text: ({ name }) => name },
  { head: 'Tên chủ thể', width: 38, align: 'left', text: ({ producerName }) => producerName },
  { head: 'Địa chỉ', width: 30, align: 'left', text: addressOf },
  { head: 'Lần công nhận trước', width: 31, align: 'left', text: formerOf },
  { head: 'Hạng sao', width: 15, align: 'center', text: ({ star }) => String(star) },
]

type SheetRow = Recognised & { readonly place: number }

const sheetColumns: readonly SheetColumnOf<SheetRow>[] = [
  { head: 'TT', width: 5, format: 'whole', align: 'center', value: ({ place }) => place },
  { head: 'Tên sản phẩm', width: 28, format: 'text', align: 'left', value: ({ name }) => name },
  { head: 'Mã số', width: 18, format: 'text', align: 'left', value: ({ code }) => code },
  { head: 'Tên chủ thể', width: 28, format: 'text', align: 'left', value: ({ producerName }) => producerName },
  { head: 'Xã', width: 16, format: 'text', align: 'left', value: ({ commune }) => commune },
  { head: 'Huyện', width: 16, format: 'text', align: 'left', value: ({ district }) => district },
  { head: 'Quyết định trước', width: 17, format: 'text', align: 'left', value: ({ former }) => former.decision },
  {
    head: 'Ngày công nhận trước',
    width: 12,
    format: 'date',
    align: 'center',
    value: ({ former }) => (former.decidedOn === null ? null : { date: former.decidedOn }),
  },
  { head: 'Hạng trước', width: 8, format: 'whole', align: 'center', value: ({ former }) => former.star },
  { head: 'Hạng sao công nhận lại', width: 10, format: 'whole', align: 'center', value: ({ star }) => star },
]
