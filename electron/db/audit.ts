import { hash as hashText } from 'node:crypto'
import type { AuditCommand, AuditDetails } from '../../shared/api/audit-details.ts'
import { canonicalJson } from '../../shared/domain/session/canonical-json.ts'
import type { WorkspaceDb } from './open.ts'
import { statement } from './statement.ts'

export type AuditFacts<Name extends AuditCommand = AuditCommand> = {
  /** ISO time. */
  readonly at: string
  readonly actor: string
  readonly command: Name
  /** What it is about: `ballot:12/3`, `session:1`. */
  readonly subject: string
  /** Old → new, as plain JSON data. */
  readonly detail: AuditDetails[Name]
}

const firstHash = '0'.repeat(64)

/** Appends an event to the chain. Only ever called inside the transaction of the change that it tells of. */
export function appendAuditEvent<Name extends AuditCommand>(db: WorkspaceDb, facts: AuditFacts<Name>): void {
  const last = statement(db, 'SELECT seq, hash FROM audit_events ORDER BY seq DESC LIMIT 1').get() as
    | { seq: number; hash: string }
    | undefined
  const seq = (last?.seq ?? 0) + 1
  const previousHash = last?.hash ?? firstHash
  const detail = canonicalJson(facts.detail)
  const hash = hashOf({ ...facts, seq, detail, previousHash })
  statement(
    db,
    'INSERT INTO audit_events (seq, at, actor, command, subject, detail, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(seq, facts.at, facts.actor, facts.command, facts.subject, detail, previousHash, hash)
}

/** Recomputes the whole chain. `firstBad` is the first event whose content, hash or link does not hold. */
export function checkAuditChain(db: WorkspaceDb): { readonly events: number; readonly firstBad: number | null } {
  let previousHash = firstHash
  let expectedSeq = 1
  const rows = db.$client.prepare('SELECT * FROM audit_events ORDER BY seq').iterate() as IterableIterator<AuditRow>
  for (const row of rows) {
    const isIntact =
      row.seq === expectedSeq &&
      row.previous_hash === previousHash &&
      row.hash === hashOf({ ...row, previousHash: row.previous_hash })
    if (!isIntact) return { events: expectedSeq, firstBad: expectedSeq }
    previousHash = row.hash
    expectedSeq += 1
  }
  return { events: expectedSeq - 1, firstBad: null }
}

type AuditRow = {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly command: string
  readonly subject: string
  readonly detail: string
  readonly previous_hash: string
  readonly hash: string
}

function hashOf(event: {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly command: string
  readonly subject: string
  readonly detail: string
  readonly previousHash: string
}): string {
  const { seq, at, actor, command, subject, detail, previousHash } = event
  return hashText('sha256', canonicalJson({ seq, at, actor, command, subject, detail, previousHash }))
}
