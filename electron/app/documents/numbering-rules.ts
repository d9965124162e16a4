import type { DocumentIssue } from '../../../shared/api/document-register.ts'
import type { DocumentKind } from '../../../shared/api/documents.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { parseIsoDate } from '../../../shared/domain/calendar/iso-date.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import type { RegisteredKind } from '../../../shared/domain/documents/numbered-kinds.ts'
import { checkNumber, isOutOfDays, numbersInSeries } from '../../../shared/domain/documents/number-series.ts'
import type { DoubtKind } from '../../../shared/domain/session/doubt-kinds.ts'
import { doubtsOfNumbering } from '../../../shared/domain/session/doubts.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listDatedNumbers, listLiveRegisterRows, listNumbersOfYear } from '../../db/queries/documents.ts'
import { catalogue } from '../../documents/catalogue.ts'
import { citedKinds } from '../../documents/citations.ts'
import { issueCode } from '../../documents/issue.ts'
import { doubtOfClock } from '../require-accepted.ts'

type Numbered = Pick<DocumentIssue, 'number' | 'symbol' | 'issuedOn'>
type ToNumber = { readonly record: SessionRecord; readonly kind: RegisteredKind; readonly issue: Numbered }

/** What is most likely a mistake about the number and date that a paper is to have. */
export function doubtsOfPaper(app: AppContext, db: ReadDb, { record, kind, issue }: ToNumber): readonly DoubtKind[] {
  const { issuedOn } = issue
  const { heldOn, id } = record.session
  const others = listLiveRegisterRows(db, id).map((row) => {
    const other = row.kind as RegisteredKind
    return { kind: other, issuedOn: row.issuedOn, cites: citedKinds(record, other) }
  })
  const today = vietnamDay(app.clock.now())
  const paper = { kind, issuedOn, cites: citedKinds(record, kind) }
  return [
    ...doubtOfClock(app, db),
    ...doubtsOfNumbering(paper, { heldOn, today, others }),
    ...doubtOfOrder(db, { issue, count: 1 }),
  ]
}

/** The doubt of `count` numbers from that of the issue on, where the days of their series go otherwise than its numbers. */
export function doubtOfOrder(
  db: ReadDb,
  { issue: { number, symbol, issuedOn }, count }: { readonly issue: Numbered; readonly count: number },
): readonly DoubtKind[] {
  const numbers = { symbol, issuedOn, first: number, last: number + count - 1 }
  return isOutOfDays(numbers, listDatedNumbers(db, parseIsoDate(issuedOn).year)) ? ['dated-out-of-order'] : []
}

/** The rule by which the window offers a document, for whoever asks past it. @throws Refusal `document-unavailable` */
export function requireAvailable(record: SessionRecord, kind: DocumentKind): void {
  const why = catalogue[kind].unavailable(record)
  if (why !== null) throw new Refusal('document-unavailable', { why })
}

/** The fault of a number that its reason excuses; null for a right one. @throws Refusal where there is no reason. */
export function refuseNumber(
  db: ReadDb,
  issue: { readonly number: number; readonly symbol: string; readonly year: number; readonly reason: string },
) {
  const fault = checkNumber(issue.number, numbersInSeries(listNumbersOfYear(db, issue.year), issue.symbol))
  if (fault === null || issue.reason !== '') return fault
  if (fault.kind === 'taken') throw new Refusal('number-taken', { code: issueCode(issue) })
  throw new Refusal('number-leaves-gap', { from: fault.from, to: fault.to })
}
