import { createHash, hash as hashText } from 'node:crypto'
import type { AuditCommand, AuditDetails } from '../../shared/api/audit-details.ts'
import { canonicalJson } from '../../shared/domain/session/canonical-json.ts'
import { columnsOf } from './columns.ts'
import type { ReadDb, WriteDb } from './handles.ts'
import { auditEvents } from './schema/file.ts'
import { spellText, type ToldChanges } from './row-changes.ts'
import { read, write } from './statement.ts'

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

/**
 * Appends an event to the chain, with the rows that its command changed (`takeChanges`). Only ever called inside the
 * transaction of the change that it tells of.
 *
 * @returns the event's number
 * @throws TypeError for text that is not well-formed: it could never be verified
 */
export function appendAuditEvent<Name extends AuditCommand>(
  db: WriteDb,
  facts: AuditFacts<Name>,
  { text: changes, spelt }: ToldChanges,
): number {
  const last = lastEvent(db)
  const latest = latestIn(last)
  const event = {
    ...facts,
    seq: (last?.seq ?? 0) + 1,
    // A clock that was set back is said with every event until it has caught up.
    detail: canonicalJson(facts.at < latest ? { ...facts.detail, clockBehind: latest } : facts.detail),
    changes,
    previousHash: last?.hash ?? firstHash,
  }
  const row = { ...event, hash: hashOf(event, spelt) }
  write<AuditRow>(
    db,
    `INSERT INTO audit_events (seq, at, actor, command, subject, detail, changes, previous_hash, hash)
     VALUES (@seq, @at, @actor, @command, @subject, @detail, @changes, @previousHash, @hash)`,
  ).run(row)
  return row.seq
}

type LastEvent = Pick<AuditRow, 'seq' | 'hash' | 'at' | 'detail'>

const lastEvent = (db: ReadDb): LastEvent | undefined =>
  read<[], LastEvent>(db, 'SELECT seq, hash, at, detail FROM audit_events ORDER BY seq DESC LIMIT 1').get()

/** The latest time of any event, which is not the last one's where the clock was set back; null in an empty log. */
export function latestTime(db: ReadDb): string | null {
  return latestIn(lastEvent(db)) || null
}

function latestIn(last: LastEvent | undefined): string {
  if (last === undefined) return ''
  if (!last.detail.includes('"clockBehind"')) return last.at
  const { clockBehind } = JSON.parse(last.detail) as { readonly clockBehind?: unknown }
  return typeof clockBehind === 'string' && clockBehind > last.at ? clockBehind : last.at
}

/** Recomputes the whole chain. `firstBad` is the first event whose content, hash or link does not hold. */
export function checkAuditChain(db: ReadDb): { readonly events: number; readonly firstBad: number | null } {
  let events = 0
  for (const { faults } of walkAudit(db)) {
    events += 1
    if (faults.length > 0) return { events, firstBad: events }
  }
  return { events, firstBad: null }
}

/**
 * What does not hold of an event: it does not follow the one before it (`gap`) or is not linked to it (`link`), or it is
 * not what was hashed (`hash`; `garbled` where its text has signs that stand for such as no file keeps, which programs of
 * before let in).
 */
export type ChainFault = 'gap' | 'link' | 'hash' | 'garbled'

/** Every event in its order, with what does not hold of it: one at a time, however many there are. */
export function* walkAudit(
  db: ReadDb,
): Generator<{ readonly event: AuditRow; readonly faults: readonly ChainFault[] }> {
  let [seq, previousHash] = [0, firstHash]
  const rows = read<[], AuditRow>(db, `SELECT ${columnsOf(auditEvents)} FROM audit_events ORDER BY seq`).iterate()
  for (const event of rows) {
    const isGap = event.seq !== seq + 1
    const isUnlinked = event.previousHash !== previousHash
    const isOther = event.hash !== hashOf(event)
    const isGarbled = [event.actor, event.subject, event.detail].some((text) => text.includes('\ufffd'))
    const faults: readonly (ChainFault | false)[] = [
      isGap && 'gap',
      isUnlinked && !isGap && 'link',
      isOther && (isGarbled ? 'garbled' : 'hash'),
    ]
    yield { event, faults: faults.filter((fault) => fault !== false) }
    seq = event.seq
    previousHash = event.hash
  }
}

export type AuditRow = typeof auditEvents.$inferSelect

/**
 * Over the event's canonical JSON. Of an event without changes, as all were before the log of changes, the hash does not know
 * that there could be some; an import's are many megabytes, and go in as they are rather than in copies of the whole.
 *
 * @param spelt the changes as they stand in it (`ToldChanges`), where the import's worker has spelt them
 */
function hashOf(event: Omit<AuditRow, 'hash'>, spelt: ToldChanges['spelt'] = null): string {
  const { seq, at, actor, command, subject, detail, previousHash, changes } = event
  const rest = { command, detail, previousHash, seq, subject }
  if (changes === '') return hashText('sha256', canonicalJson({ actor, at, ...rest }))
  const hash = createHash('sha256').update(`${canonicalJson({ actor, at }).slice(0, -1)},"changes":"`)
  for (const piece of spelt ?? [spellText(changes)]) hash.update(piece)
  return hash.update(`",${canonicalJson(rest).slice(1)}`).digest('hex')
}
