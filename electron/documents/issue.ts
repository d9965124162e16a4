import type { DocumentIssue } from '../../shared/api/document-register.ts'
import { formatDecreeDate } from '../../shared/domain/calendar/format-date.ts'
import type { NumberedKind } from '../../shared/domain/documents/numbered-kinds.ts'
import { mapTexts } from './compose-text.ts'
import { blankDate, blankNumber, blankNumberInText } from './blanks.ts'
import type { Head } from './nd30/head.ts'

/** The live register entries of a session's documents. */
export type Issues = Readonly<Partial<Record<NumberedKind, DocumentIssue>>>

/** What models of numbered documents share. */
type IssuableModel = {
  readonly head: Head
  readonly posts?: readonly string[]
  readonly signer?: string
  readonly recipients?: readonly string[]
}

/** What a document carries by Decree 30 before the office says otherwise; null for one without a number. */
export function issueDefaults(
  model: IssuableModel,
): Pick<DocumentIssue, 'symbol' | 'posts' | 'signer' | 'recipients'> | null {
  const symbol = ownSymbol(model)
  if (symbol === null) return null
  return {
    symbol,
    posts: [...(model.posts ?? [])],
    signer: model.signer ?? '',
    recipients: [...(model.recipients ?? [])],
  }
}

/**
 * A model with its number, date, signer and recipients from the register, and the numbers of the session's other
 * documents wherever it refers to them. What the register does not know stays room to write in.
 */
export function applyIssues<M extends IssuableModel>({
  model,
  kind,
  issues,
}: {
  model: M
  kind: NumberedKind
  issues: Issues
}): M {
  const own = issues[kind]
  const symbol = ownSymbol(model)
  const others = Object.values(issues)
    .filter((issue) => issue !== own)
    .reduce<Fill>(
      (fill, issue) => (text) => fillReference({ text: fill(text), symbol: issue.symbol, issue }),
      (text) => text,
    )
  if (own === undefined || symbol === null) return mapTexts(model, others)
  const filled = mapTexts(model, (text) => others(fillReference({ text, symbol, issue: own })))
  return {
    ...filled,
    head: {
      ...filled.head,
      number: `Số: ${issueCode(own)}`,
      placeAndDate: filled.head.placeAndDate.replace(blankDate(), formatDecreeDate(own.issuedOn)),
    },
    ...(model.posts === undefined || own.posts.length === 0 ? {} : { posts: own.posts }),
    ...(model.signer === undefined ? {} : { signer: own.signer }),
    ...(model.recipients === undefined || own.recipients.length === 0 ? {} : { recipients: own.recipients }),
  }
}

/** `05/QĐ-UBND`: numbers below ten carry a zero (Decree 30/2020, Phụ lục I, Mục II.3). */
export function issueCode({ number, symbol }: Pick<DocumentIssue, 'number' | 'symbol'>): string {
  return `${String(number).padStart(2, '0')}/${symbol}`
}

type Fill = (text: string) => string

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
