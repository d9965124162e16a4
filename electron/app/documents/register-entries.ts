import type { DocumentChange, RegisterEntry } from '../../../shared/api/document-register.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { verificationCode } from '../../../shared/domain/verification-code/verification-code.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listLiveRegisterRows, type RegisterRow } from '../../db/queries/documents.ts'
import { hashOfEntry } from '../../db/queries/paper-events.ts'
import { firstChangeOf } from '../../db/queries/documents-stale.ts'
import { describeChanges, digestOfFacts, documentFacts, type DocumentFacts } from '../../documents/document-facts.ts'
import { issueCode, type Issues } from '../../documents/issue.ts'

/** The numbers that a session's documents are printed with. */
export function issuesOfSession(db: ReadDb, sessionId: number): Issues {
  return Object.fromEntries(listLiveRegisterRows(db, sessionId).map((row) => [row.kind, issueOf(row)]))
}

/**
 * A register row as the screen shows it.
 *
 * @param record of its session as it is now; null where the session is gone, and nothing can be said of its data.
 */
export function toRegisterEntry(db: ReadDb, row: RegisterRow, record: SessionRecord | null): RegisterEntry {
  const kind = row.kind as RegisterEntry['kind']
  const isFollowed = record !== null && row.voidedAt === null
  const staleness = isFollowed
    ? findStaleness(db, {
        ...row,
        since: row.registeredAt,
        sessionId: record.session.id,
        withNumbers: false,
        facts: documentFacts({ record, kind }),
      })
    : fresh
  return {
    id: row.id,
    kind,
    year: row.year,
    sessionId: row.sessionId,
    ...issueOf(row),
    code: issueCode(row),
    verification: codeOf(row.sessionId === null ? null : hashOfEntry(db, { id: row.id, sessionId: row.sessionId })),
    reason: row.reason,
    registeredAt: row.registeredAt,
    dataDigest: row.dataDigest,
    ...staleness,
    void: row.voidedAt === null ? null : { at: row.voidedAt, reason: row.voidReason ?? '' },
  }
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

function issueOf({ number, symbol, issuedOn, posts, signer, recipients }: RegisterRow) {
  return { number, symbol, issuedOn, posts: [...posts], signer, recipients: [...recipients] }
}
