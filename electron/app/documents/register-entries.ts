import type { DocumentChange, RegisterEntry } from '../../../shared/api/document-register.ts'
import type { NumberedKind } from '../../../shared/domain/documents/numbered-kinds.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { verificationCode } from '../../../shared/domain/verification-code/verification-code.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listLiveRegisterRows, type RegisterRow } from '../../db/queries/documents.ts'
import { findEntryEvent, type PaperEvent } from '../../db/queries/paper-events.ts'
import { firstChangeOf } from '../../db/queries/documents-stale.ts'
import {
  describeChanges,
  digestOfFacts,
  documentFacts,
  noticeFacts,
  type DocumentFacts,
} from '../../documents/document-facts.ts'
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

/** The audit event that a register entry rests on; null where the file has none. */
export function eventOf(db: ReadDb, row: RegisterRow): PaperEvent | null {
  return row.sessionId === null ? null : findEntryEvent(db, { ...row, sessionId: row.sessionId })
}

/**
 * A register row as the screen shows it.
 *
 * @param record of its session as it is now; null where the session is gone, and nothing can be said of its data.
 */
export function toRegisterEntry(db: ReadDb, row: RegisterRow, record: SessionRecord | null): RegisterEntry {
  const { id, kind, year, sessionId, reason, registeredAt, dataDigest } = row
  const item = record?.items.find((each) => each.id === row.agendaItemId)
  const facts = record === null ? null : factsOfRow(row, record)
  const isFollowed = record !== null && facts !== null && row.voidedAt === null
  const staleness = isFollowed
    ? findStaleness(db, { ...row, since: registeredAt, sessionId: record.session.id, withNumbers: false, facts })
    : fresh
  const event = eventOf(db, row)
  const isStale = staleness.staleSince !== null || row.voidedAt !== null
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
    issued: event === null || sessionId === null ? null : issuedPaper(db, { sessionId, seq: event.seq, isStale }),
    about: item === undefined ? '' : `${item.code}. ${item.productName}`,
    sent: row.sentOn === null ? null : { on: row.sentOn, to: row.sentTo ?? '' },
  }
}

/** What the paper of a register row says now; null where its product is gone. */
export function factsOfRow({ kind, agendaItemId }: RegisterRow, record: SessionRecord): DocumentFacts | null {
  if (kind !== 'result-notices') return documentFacts({ record, kind: kind as NumberedKind })
  const item = record.items.find(({ id }) => id === agendaItemId)
  return item === undefined ? null : noticeFacts({ record, item })
}

/** "Mã kiểm chứng" of an event by its hash; null for none. */
export function codeOf(hash: string | null): string | null {
  return hash === null ? null : verificationCode(hash)
}

export type Staleness = { readonly staleSince: string | null; readonly changes: readonly DocumentChange[] }

const fresh: Staleness = { staleSince: null, changes: [] }

/** Whether data moved on since they were written down, since when and how. */
export function findStaleness(
  db: ReadDb,
  made: {
    readonly dataDigest: string
    readonly dataFacts: DocumentFacts
    readonly since: string
    readonly sessionId: number
    /** True where the facts name another document's number. */
    readonly withNumbers: boolean
    /** As they are now. */
    readonly facts: DocumentFacts
  },
): Staleness {
  if (digestOfFacts(made.facts) === made.dataDigest) return fresh
  return {
    staleSince: firstChangeOf(db, made) ?? made.since,
    changes: describeChanges({ from: made.dataFacts, to: made.facts }),
  }
}

function issueOf({ number, symbol, issuedOn, posts, signerPost, signer, recipients }: RegisterRow) {
  const own = { number, symbol, issuedOn, posts: [...posts], signer, recipients: [...recipients] }
  return signerPost === null ? own : { ...own, signerPost }
}
