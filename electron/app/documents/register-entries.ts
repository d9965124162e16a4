import type { IssuedPaper } from '../../../shared/api/issued-papers.ts'
import type { DocumentChange, RegisterEntry } from '../../../shared/api/document-register.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import type { NumberedKind, RegisteredKind } from '../../../shared/domain/documents/numbered-kinds.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { verificationCode } from '../../../shared/domain/verification-code/verification-code.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listLiveRegisterRows, listRegisterRows, type RegisterRow } from '../../db/queries/documents.ts'
import { findEntryEvent, listEntryEvents, type PaperEvent } from '../../db/queries/paper-events.ts'
import { firstChangeOf } from '../../db/queries/documents-stale.ts'
import { citedKinds } from '../../documents/citations.ts'
import {
  changesSince,
  documentFacts,
  noticeFacts,
  type CitedPapers,
  type DocumentFacts,
} from '../../documents/document-facts.ts'
import type { UnsealedRecord } from '../../session-digest.ts'
import { issueCode, type Issues, type NoticeIssues } from '../../documents/issue.ts'
import { issuedPaper } from './issued-papers.ts'

/** The numbers that a session's documents are printed with; of those that an event and what came before it gave, where asked. */
export function issuesOfSession(db: ReadDb, sessionId: number, until = Infinity): Issues {
  return Object.fromEntries(
    listLiveRegisterRows(db, sessionId)
      .filter((row) => row.kind !== 'result-notices' && isUntil(db, row, until))
      .map((row) => [row.kind, issueOf(row)]),
  )
}

/** The numbers of its notices, by agenda item. */
export function noticesOfSession(db: ReadDb, sessionId: number, until = Infinity): NoticeIssues {
  return Object.fromEntries(
    listLiveRegisterRows(db, sessionId).flatMap((row) =>
      row.agendaItemId === null || !isUntil(db, row, until) ? [] : [[row.agendaItemId, issueOf(row)]],
    ),
  )
}

const isUntil = (db: ReadDb, row: RegisterRow, until: number) =>
  until === Infinity || (eventOf(db, row)?.seq ?? 0) <= until

/**
 * The session's papers that have a number, as others name them; of those that an event and what came before it gave, where
 * asked. One that was taken back and given again under the same number and date is another paper, and said to be.
 */
export function citedPapers(db: ReadDb, sessionId: number, until = Infinity): CitedPapers {
  const rows = listRegisterRows(db, { sessionId }).filter(({ kind }) => kind !== 'result-notices')
  const named = (row: RegisterRow) => `${issueCode(row)} ngày ${formatDate(row.issuedOn)}`
  return Object.fromEntries(
    rows
      .filter((row) => row.voidedAt === null && isUntil(db, row, until))
      .map((row) => {
        const before = rows
          .filter(({ id, kind }) => id < row.id && kind === row.kind)
          .filter((each) => named(each) === named(row))
        return [row.kind, `${named(row)}${before.length === 0 ? '' : ` (ban hành lần ${before.length + 1})`}`]
      }),
  )
}

/** What was issued under an entry's number before it was renewed, the last first. */
function formerPapers(db: ReadDb, { id, sessionId }: RegisterRow): readonly IssuedPaper[] {
  if (sessionId === null) return []
  const [, ...former] = listEntryEvents(db, { id, sessionId })
  const papers = former.map((seq) => issuedPaper(db, { sessionId, seq, isMovedOn: () => true }))
  return papers.filter(({ kept }) => kept.length > 0)
}

/** The audit event that a register entry rests on; null where the file has none. */
export function eventOf(db: ReadDb, row: RegisterRow): PaperEvent | null {
  return row.sessionId === null ? null : findEntryEvent(db, { ...row, sessionId: row.sessionId })
}

/**
 * A register row as the screen shows it.
 *
 * @param now its session as it is; null where the session is gone, and nothing can be said of its data.
 */
export function toRegisterEntry(db: ReadDb, row: RegisterRow, now: SessionNow | null): RegisterEntry {
  const { sessionId } = row
  const item = now?.record.items.find((each) => each.id === row.agendaItemId)
  const staleness = now === null || row.voidedAt !== null ? fresh : stalenessOf(db, row, now)
  const event = eventOf(db, row)
  const isGone = ({ seq }: PaperEvent) => row.voidedAt !== null || now === null || isMovedOn(db, row, { ...now, seq })
  const issued =
    event === null || sessionId === null
      ? null
      : issuedPaper(db, { sessionId, seq: event.seq, isMovedOn: () => isGone(event) })
  const about = item === undefined ? '' : `${item.code}. ${item.productName}`
  return registerEntry(row, { event, staleness, issued, former: formerPapers(db, row), about })
}

/** A row with what is found out of it. */
export function registerEntry(row: RegisterRow, { event, staleness, ...found }: Found): RegisterEntry {
  const { id, kind, year, sessionId, reason, registeredAt, dataDigest } = row
  return {
    id,
    kind: kind as RegisterEntry['kind'],
    year,
    sessionId,
    ...issueOf(row),
    code: issueCode(row),
    verification: codeOf(event?.hash ?? null),
    reason,
    registeredAt,
    dataDigest,
    ...staleness,
    void: row.voidedAt === null ? null : { at: row.voidedAt, reason: row.voidReason ?? '' },
    ...found,
    sent: row.sentOn === null ? null : { on: row.sentOn, to: row.sentTo ?? '' },
  }
}

type Found = Pick<RegisterEntry, 'issued' | 'former' | 'about'> & {
  readonly event: PaperEvent | null
  readonly staleness: Staleness
}

/** A session as it is, with the numbers that its papers have. */
export type SessionNow = { readonly record: SessionRecord; readonly cited: CitedPapers }

/** Papers are compared without the digests of the record, which take longer to work out than all else. */
export function sessionNow(db: ReadDb, record: UnsealedRecord): SessionNow {
  return { record: { ...record, digest: '', recordDigest: '' }, cited: citedPapers(db, record.session.id) }
}

/** What the paper of a register row says now; null where its product is gone. */
export function factsOfRow({ kind, agendaItemId }: RegisterRow, { record, cited }: SessionNow): DocumentFacts | null {
  if (kind !== 'result-notices') return documentFacts({ record, kind: kind as NumberedKind, cited })
  const item = record.items.find(({ id }) => id === agendaItemId)
  return item === undefined ? null : noticeFacts({ record, item, cited })
}

/** Whether the paper of a live row says something else now, since when and what. */
export function stalenessOf(db: ReadDb, row: RegisterRow, now: SessionNow): Staleness {
  const facts = factsOfRow(row, now)
  if (facts === null) return fresh
  const kind = row.kind as RegisteredKind
  const { id: sessionId } = now.record.session
  const cited = citedKinds(now.record, kind)
  return findStaleness(db, { ...row, kind, since: row.registeredAt, sessionId, cited, facts })
}

/** Whether the paper of a live row reads otherwise now. */
export function isChangedNow(row: RegisterRow, now: SessionNow): boolean {
  const facts = factsOfRow(row, now)
  return facts === null || isChanged(row, facts)
}

const isChanged = ({ kind, dataFacts }: RegisterRow, facts: DocumentFacts): boolean =>
  changesSince({ kind: kind as RegisteredKind, from: dataFacts, to: facts }).length > 0

/** Whether it could not be drawn as it was issued any more: numbers that were given after it are left out then. */
export function isMovedOn(
  db: ReadDb,
  row: RegisterRow,
  { record, seq }: SessionNow & { readonly seq: number },
): boolean {
  const facts = factsOfRow(row, { record, cited: citedPapers(db, record.session.id, seq) })
  return facts === null || isChanged(row, facts)
}

/** "Mã kiểm chứng" of an event by its hash; null for none. */
export function codeOf(hash: string | null): string | null {
  return hash === null ? null : verificationCode(hash)
}

export type Staleness = { readonly staleSince: string | null; readonly changes: readonly DocumentChange[] }

export const fresh: Staleness = { staleSince: null, changes: [] }

/** Whether data moved on since they were written down, since when and how. */
export function findStaleness(
  db: ReadDb,
  made: {
    readonly kind: RegisteredKind | 'certificates'
    readonly dataFacts: DocumentFacts
    readonly since: string
    /** Null for what rests on no session. */
    readonly sessionId: number | null
    /** Kinds of the papers that it names. */
    readonly cited: readonly string[]
    /** As they are now. */
    readonly facts: DocumentFacts
  },
): Staleness {
  const changes = changesSince({ kind: made.kind, from: made.dataFacts, to: made.facts })
  if (changes.length === 0) return fresh
  const { sessionId, since } = made
  const first = sessionId === null ? null : firstChangeOf(db, { ...made, sessionId })
  return { staleSince: first ?? since, changes }
}

export function issueOf({ number, symbol, issuedOn, posts, signerPost, signer, recipients }: RegisterRow) {
  const own = { number, symbol, issuedOn, posts: [...posts], signer, recipients: [...recipients] }
  return signerPost === null ? own : { ...own, signerPost }
}
