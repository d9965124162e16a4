import { formatDate, formatDecreeDate } from '../../../shared/domain/calendar/format-date.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import type { DocumentIssue } from '../../../shared/api/document-register.ts'
import { finalStar } from '../../../shared/domain/session/outcome.ts'
import type { ItemRecord, SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { numberWords } from '../../../shared/domain/vietnamese/number-words.ts'
import { authorityOf } from '../authority.ts'
import { blankDate } from '../blanks.ts'
import { issueCode, type Issues } from '../issue.ts'
import { codeLine } from '../paper-code.ts'
import { addressOf, outcomesOf } from '../outcome.ts'

/** Giấy chứng nhận sản phẩm OCOP: every word and number of one, decided. */
export type CertificateModel = {
  readonly isDraft: boolean
  /** Upper case, one line each. */
  readonly bodyLines: readonly string[]
  readonly number: string
  readonly productName: string
  readonly producerName: string
  readonly address: string
  readonly stars: number
  readonly star: string
  readonly decision: string
  readonly validUntil: string
  readonly placeAndDate: string
  readonly posts: readonly string[]
  readonly signer: string
  /** Plain text for the QR code: what the certificate says, readable without any service. */
  readonly qr: string
  /** Empty for the first print; on a copy that reads otherwise than what was issued, that it does. */
  readonly reprint: string
  /** Empty before it has a number. */
  readonly foot: string
}

/** What the certificate register knows of a product; null before it has a number. */
export type CertificateFacts = {
  /** `07/GCN-UBND`. */
  readonly code: string
  /** ISO dates. */
  readonly issuedOn: string
  readonly expiresOn: string
  readonly decisionCode: string
  /** How often it was printed before, and when last (ISO time). */
  readonly prints: number
  readonly lastPrintedAt: string | null
  /** "Mã kiểm chứng" of the event that numbered it. */
  readonly verification: string | null
  /** It was issued and reads otherwise now: a draft, which says so. */
  readonly isChanged: boolean
  /** The day from which it is withdrawn, ISO date; left out while it is not. */
  readonly withdrawnOn?: string | undefined
}

/**
 * The products that the level recognises, as the decision's annex lists them: highest star first, then in agenda order.
 * A product that goes up, and one of 1 or 2 stars, gets no certificate from this level.
 */
export function certifiedItems(record: SessionRecord): readonly { readonly item: ItemRecord; readonly star: number }[] {
  return outcomesOf(record)
    .recognised.map((item) => ({ item, star: finalStar(item) }))
    .toSorted((a, b) => b.star - a.star)
}

type CertificateModelInput = {
  record: SessionRecord
  item: ItemRecord
  star: number
  facts: CertificateFacts | null
  issues: Issues
}

/**
 * The certificate of one product. No decision prescribes its form; it carries what certificates in use carry. It is
 * valid for the rule set's months from the decision (QĐ 26/2026/QĐ-TTg, Điều 4 khoản 3); number, date and validity stay
 * room to write in until the register knows them.
 */
export function certificateModel({ record, item, star, facts, issues }: CertificateModelInput): CertificateModel {
  const authority = authorityOf(record)
  const { decision } = issues
  const address = addressWithin(item, authority.area)
  const model = {
    isDraft: record.session.state !== 'closed' || facts?.isChanged === true || facts?.withdrawnOn !== undefined,
    bodyLines: authority.bodyLines,
    number: `Số: ${facts?.code ?? `${gap(8)}/${certificateSymbol(record)}`}`,
    productName: item.productName,
    producerName: item.producerName,
    address: address === '' ? '' : `Địa chỉ: ${address}`,
    stars: star,
    star: `Đạt hạng: ${star} sao (${numberWords(star)} sao)`,
    decision: decisionText({ record, issues, facts }),
    validUntil:
      facts === null
        ? `Có giá trị ${record.ruleSet.certificateMonths} tháng kể từ ngày ban hành Quyết định`
        : `Có giá trị đến ${formatDecreeDate(facts.expiresOn)}`,
    placeAndDate: `${authority.seat}, ${facts === null ? blankDate() : formatDecreeDate(facts.issuedOn)}`,
    posts: decision === undefined || decision.posts.length === 0 ? authority.posts : decision.posts,
    signer: decision?.signer ?? '',
    reprint: reprintText(facts),
    foot: codeLine(facts === null || facts.isChanged ? null : facts.verification),
  }
  return { ...model, qr: qrText({ record, item, star, facts, issuer: authority.body }) }
}

/** `GCN-UBND`: the kind and the body that issues it; offices write their own. */
export function certificateSymbol(record: Pick<SessionRecord, 'ruleSet' | 'level' | 'council' | 'session'>): string {
  return authorityOf(record).symbol.replace(/^QĐ-/, 'GCN-')
}

export type CertifyingDecision = Pick<DocumentIssue, 'posts' | 'signer'> & { readonly named: string }

/** The shown values under stable keys, kept with the number so that the register can say what has moved on. */
export function certificateFacts({
  record,
  item,
  star,
  decision,
}: {
  record: SessionRecord
  item: ItemRecord
  star: number
  /** As papers name it, and who signs: a certificate has the decision's signer. Null without one in force. */
  decision: CertifyingDecision | null
}): Readonly<Record<string, string>> {
  return {
    [`item/${item.id}/name`]: `${item.code}. ${item.productName}`,
    [`item/${item.id}/producer`]: item.producerName,
    [`item/${item.id}/address`]: addressOf(item),
    [`item/${item.id}/star`]: `${star} sao`,
    decision: decision?.named ?? '',
    signer: [...(decision?.posts ?? []), decision?.signer ?? ''].filter((part) => part !== '').join(' / '),
    body: authorityOf(record).body,
  }
}

/** `Cao Sơn, huyện Lương Sơn`: the area that issues names its own district. */
const addressWithin = (item: ItemRecord, area: string): string =>
  [item.commune, area.endsWith(` ${item.district}`) ? '' : item.district, area].filter((part) => part !== '').join(', ')

const gap = (width: number): string => '\u00a0'.repeat(width)

type DecisionTextInput = {
  record: SessionRecord
  issues: Issues
  facts: CertificateFacts | null
}

function decisionText({ record, issues: { decision }, facts }: DecisionTextInput): string {
  const { issuer, symbol } = authorityOf(record)
  const code = facts?.decisionCode ?? (decision === undefined ? null : issueCode(decision))
  const date = facts?.issuedOn ?? decision?.issuedOn ?? null
  return (
    `Quyết định công nhận số ${code ?? `${gap(8)}/${symbol}`} ` +
    `${date === null ? blankDate() : formatDecreeDate(date)} của ${issuer}`
  )
}

function reprintText(facts: CertificateFacts | null): string {
  if (facts?.withdrawnOn !== undefined)
    return `Giấy chứng nhận số ${facts.code} đã bị thu hồi từ ngày ${formatDate(facts.withdrawnOn)}; không có giá trị`
  if (facts?.isChanged === true)
    return `Khác bản đã cấp số ${facts.code} ngày ${formatDate(facts.issuedOn)}; không thay bản đó`
  if (facts === null || facts.prints === 0) return ''
  const last = facts.lastPrintedAt === null ? '' : `; in trước đó ngày ${formatDate(vietnamDay(facts.lastPrintedAt))}`
  return `Bản in lại lần ${facts.prints}${last}`
}

type QrTextInput = {
  record: SessionRecord
  item: ItemRecord
  star: number
  facts: CertificateFacts | null
  issuer: string
}

const qrText = ({ record, item, star, facts, issuer }: QrTextInput): string =>
  [
    'GIẤY CHỨNG NHẬN SẢN PHẨM OCOP',
    ...(facts === null ? [] : [`Số: ${facts.code}`]),
    `Sản phẩm: ${item.productName}`,
    `Mã số: ${item.code}`,
    `Chủ thể: ${item.producerName}`,
    `Hạng: ${star} sao`,
    ...(facts === null
      ? []
      : [
          `Quyết định: ${facts.decisionCode}, ${formatDate(facts.issuedOn)}`,
          `Có giá trị đến: ${formatDate(facts.expiresOn)}`,
        ]),
    `Cơ quan cấp: ${issuer}`,
    `Năm ${record.session.year}, đợt ${record.session.round}`,
  ].join('\n')
