import { formatDate, formatDecreeDate } from '../../../shared/domain/calendar/format-date.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import type { DocumentIssue } from '../../../shared/api/document-register.ts'
import { numberWords } from '../../../shared/domain/vietnamese/number-words.ts'
import { authorityOf } from '../authority.ts'
import { blankDate } from '../blanks.ts'
import { codeLine } from '../paper-code.ts'
import { addressOf } from '../outcome.ts'
import type { CertificateScope, CertifiedProduct } from './certified.ts'

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

type CertificateModelInput = {
  readonly scope: CertificateScope
  readonly product: CertifiedProduct
  /** Null before it has a number. */
  readonly facts: CertificateFacts | null
  /** Null without one in force. */
  readonly decision: CertifyingDecision | null
}

/**
 * The certificate of one product. No decision prescribes its form; it carries what certificates in use carry. It is
 * valid for the rule set's months from the decision (QĐ 26/2026/QĐ-TTg, Điều 4 khoản 3); number, date and validity stay
 * room to write in until the register knows them.
 */
export function certificateModel({ scope, product, facts, decision }: CertificateModelInput): CertificateModel {
  const authority = authorityOf(scope)
  const { star } = product
  const address = addressWithin(product, authority.area)
  const model = {
    isDraft: !scope.isLocked || facts?.isChanged === true || facts?.withdrawnOn !== undefined,
    bodyLines: authority.bodyLines,
    number: `Số: ${facts?.code ?? `${gap(8)}/${certificateSymbol(scope)}`}`,
    productName: product.productName,
    producerName: product.producerName,
    address: address === '' ? '' : `Địa chỉ: ${address}`,
    stars: star,
    star: `Đạt hạng: ${star} sao (${numberWords(star)} sao)`,
    decision: decisionText({ scope, decision, facts }),
    validUntil:
      facts === null
        ? `Có giá trị ${scope.ruleSet.certificateMonths} tháng kể từ ngày ban hành Quyết định`
        : `Có giá trị đến ${formatDecreeDate(facts.expiresOn)}`,
    placeAndDate: `${authority.seat}, ${facts === null ? blankDate() : formatDecreeDate(facts.issuedOn)}`,
    posts: decision === null || decision.posts.length === 0 ? authority.posts : decision.posts,
    signer: decision?.signer ?? '',
    reprint: reprintText(facts),
    foot: codeLine(facts === null || facts.isChanged ? null : facts.verification),
  }
  return { ...model, qr: qrText({ scope, product, facts, issuer: authority.body }) }
}

/** `GCN-UBND`: the kind and the body that issues it; offices write their own. */
export function certificateSymbol(scope: Pick<CertificateScope, 'ruleSet' | 'level' | 'council' | 'session'>): string {
  return authorityOf(scope).symbol.replace(/^QĐ-/, 'GCN-')
}

/** The decision in force that recognises them: it gives certificates their day, and its signer signs them. */
export type CertifyingDecision = Pick<DocumentIssue, 'issuedOn' | 'posts' | 'signer'> & {
  /** `15/QĐ-UBND`. */
  readonly code: string
  /** As papers name it. */
  readonly named: string
}

/** The shown values under stable keys, kept with the number so that the register can say what has moved on. */
export function certificateFacts({
  scope,
  product,
  decision,
}: Omit<CertificateModelInput, 'facts'>): Readonly<Record<string, string>> {
  const { id, code, productName, producerName, star } = product
  return {
    [`item/${id}/name`]: `${code}. ${productName}`,
    [`item/${id}/producer`]: producerName,
    [`item/${id}/address`]: addressOf(product),
    [`item/${id}/star`]: `${star} sao`,
    decision: decision?.named ?? '',
    signer: [...(decision?.posts ?? []), decision?.signer ?? ''].filter((part) => part !== '').join(' / '),
    body: authorityOf(scope).body,
  }
}

/** `Cao Sơn, huyện Lương Sơn`: the area that issues names its own district. */
const addressWithin = ({ commune, district }: CertifiedProduct, area: string): string =>
  [commune, area.endsWith(` ${district}`) ? '' : district, area].filter((part) => part !== '').join(', ')

const gap = (width: number): string => '\u00a0'.repeat(width)

function decisionText({ scope, decision, facts }: Omit<CertificateModelInput, 'product'>): string {
  const { issuer, symbol } = authorityOf(scope)
  const code = facts?.decisionCode ?? decision?.code ?? null
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

type QrTextInput = Omit<CertificateModelInput, 'decision'> & { readonly issuer: string }

const qrText = ({ scope, product, facts, issuer }: QrTextInput): string =>
  [
    'GIẤY CHỨNG NHẬN SẢN PHẨM OCOP',
    ...(facts === null ? [] : [`Số: ${facts.code}`]),
    `Sản phẩm: ${product.productName}`,
    `Mã số: ${product.code}`,
    `Chủ thể: ${product.producerName}`,
    `Hạng: ${product.star} sao`,
    ...(facts === null
      ? []
      : [
          `Quyết định: ${facts.decisionCode}, ${formatDate(facts.issuedOn)}`,
          `Có giá trị đến: ${formatDate(facts.expiresOn)}`,
        ]),
    `Cơ quan cấp: ${issuer}`,
    scope.batch,
  ].join('\n')
