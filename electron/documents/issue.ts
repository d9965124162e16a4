import type { DocumentIssue } from '../../shared/api/document-register.ts'
import { formatDecreeDate } from '../../shared/domain/calendar/format-date.ts'
import type { NumberedKind } from '../../shared/domain/documents/numbered-kinds.ts'
import { mapTexts } from './compose-text.ts'
import { blankDate, blankNumber, blankNumberInText } from './blanks.ts'
import type { Head } from './nd30/head.ts'

/** The live register entries of a session's documents. */
export type Issues = Readonly<Partial<Record<NumberedKind, DocumentIssue>>>

/** The live register entries of a session's notices, by agenda item. */
export type NoticeIssues = Readonly<Record<number, DocumentIssue>>

/** What models of numbered documents share. */
type IssuableModel = {
  readonly head: Head
  readonly posts?: readonly string[]
  readonly signerPost?: string
  readonly signer?: string
  readonly recipients?: readonly string[]
}

/** By document, the symbol that models refer to it by: its own before the office said otherwise. */
export type Symbols = Readonly<Partial<Record<NumberedKind, string>>>

/** What a document carries by Decree 30 before the office says otherwise; null for one without a number. */
export function issueDefaults(
  model: IssuableModel,
): Pick<DocumentIssue, 'symbol' | 'posts' | 'signerPost' | 'signer' | 'recipients'> | null {
  const symbol = ownSymbol(model)
  if (symbol === null) return null
  return {
    symbol,
    posts: [...(model.posts ?? [])],
    ...(model.signerPost !== undefined && { signerPost: model.signerPost }),
    signer: model.signer ?? '',
    recipients: [...(model.recipients ?? [])],
  }
}

/**
 * A model with its number, date, signer and recipients from the register, and the numbers of the session's other
 * documents wherever it refers to them. What the register does not know stays room to write in.
 */
export function applyIssues<M extends IssuableModel>({ model, own = null, issues, symbols }: ToIssue<M>): M {
  const refer = (text: string) => fillReferences(text, { issues, symbols })
  const symbol = ownSymbol(model)
  if (own === null || symbol === null) return mapTexts(model, refer)
  const filled = mapTexts(model, (text) => refer(fillReference({ text, symbol, issue: own })))
  return {
    ...filled,
    head: {
      ...filled.head,
      number: `Số: ${issueCode(own)}`,
      placeAndDate: filled.head.placeAndDate.replace(blankDate(), formatDecreeDate(own.issuedOn)),
    },
    ...(model.posts === undefined || own.posts.length === 0 ? {} : { posts: own.posts }),
    ...(model.signer === undefined ? {} : { signer: own.signer }),
    ...(model.signerPost === undefined ? {} : { signerPost: signerPostOf(model, own) }),
    ...(model.recipients === undefined || own.recipients.length === 0 ? {} : { recipients: own.recipients }),
  }
}

type ToIssue<M> = {
  readonly model: M
  /** Its own entry; null while it has no number. */
  readonly own?: DocumentIssue | null | undefined
  readonly issues: Issues
  readonly symbols: Symbols
}

/** The post is the signer's own: of who signs instead nothing is known but what the register says. */
function signerPostOf(model: IssuableModel, own: DocumentIssue): string {
  return own.signerPost ?? (own.signer === model.signer ? (model.signerPost ?? '') : '')
}

/** A text with the numbers of the session's documents wherever it refers to one, found by document. */
export function fillReferences(
  text: string,
  { issues, symbols }: Pick<ToIssue<unknown>, 'issues' | 'symbols'>,
): string {
  return Object.entries(issues).reduce((filled, [kind, issue]) => {
    const symbol = symbols[kind as NumberedKind]
    return symbol === undefined ? filled : fillReference({ text: filled, symbol, issue })
  }, text)
}

/** `05/QĐ-UBND`: numbers below ten carry a zero (Decree 30/2020, Phụ lục I, Mục II.3). */
export function issueCode({ number, symbol }: Pick<DocumentIssue, 'number' | 'symbol'>): string {
  return `${String(number).padStart(2, '0')}/${symbol}`
}

/** `số …/QĐ-UBND ngày … tháng … năm …` with what belongs there; a date that stands alone is someone else's. */
function fillReference({ text, symbol, issue }: { text: string; symbol: string; issue: DocumentIssue }): string {
  const number = blankNumberInText(symbol)
  return text
    .replaceAll(`${number} ${blankDate()}`, `số ${issueCode(issue)} ${formatDecreeDate(issue.issuedOn)}`)
    .replaceAll(number, `số ${issueCode(issue)}`)
}

function ownSymbol({ head }: IssuableModel): string | null {
  const before = blankNumber('')
  return head.number.startsWith(before) ? head.number.slice(before.length) : null
}
