import { walkAudit, type AuditRow } from '../../db/audit.ts'
import type { ReadDb } from '../../db/handles.ts'
import { applyChanges, compareRows, type KnownRows, type RowDifference } from '../../db/known-rows.ts'
import { countAuditEvents } from '../../db/queries/audit.ts'
import { readCommits } from '../../db/queries/workspace.ts'
import type { RowChanges } from '../../db/row-changes.ts'
import type { Findings, Steps } from './findings.ts'
import { createRowNames } from './name-row.ts'

/** What the audit says: the rows as it left them, and the digests under which each session was closed last. */
export type Replayed = { readonly known: KnownRows; readonly digests: Map<number, ToldDigests> }

/** Of the tally, and of all that documents print; null where a program of before took none. */
type ToldDigests = { readonly tally: string; readonly record: string | null }

/** The chain, event by event, carried out on nothing: what it leaves is what the tables should hold. */
export function* replayAudit(db: ReadDb, findings: Findings, { known, digests }: Replayed): Steps {
  const nameRow = createRowNames(db)
  const of = countAuditEvents(db)
  let [done, writes, at] = [0, 0, '']
  for (const { event, faults } of walkAudit(db)) {
    const { seq } = event
    for (const kind of faults) findings.fault({ part: 'audit', kind, facts: { seq, expected: done + 1 } })
    if (event.at < at) findings.note({ kind: 'backwards', facts: { seq, at: event.at, before: at } })
    // Choices of several devices that share a write have its time (`commit-together.ts`).
    if (event.at !== at) writes += 1
    at = event.at
    const changes = readChanges(event)
    if (changes === null) findings.fault({ part: 'audit', kind: 'changes', facts: { seq } })
    else {
      for (const { table, key } of applyChanges(known, { seq, changes })) {
        const row = nameRow({ table, key, fields: {} })
        findings.fault({ part: 'audit', kind: 'contradiction', facts: { seq }, row })
      }
    }
    readCommand(event, findings, digests)
    findings.count('events')
    done += 1
    if (done % 1000 === 0) yield { part: 'audit', done, of }
  }
  if (done === 0) findings.fault({ part: 'audit', kind: 'empty', facts: {} })
  const counted = readCommits(db)
  if (!Number.isSafeInteger(counted))
    findings.fault({ part: 'audit', kind: 'counter-strange', facts: { counted: String(counted) } })
  else if (counted > done) findings.leftOut({ kind: 'counter', facts: { counted, events: done } })
  if (counted < writes) findings.fault({ part: 'audit', kind: 'counter', facts: { counted, events: done } })
}

/** Every covered row against what the audit left of it. */
export function* compareTables(db: ReadDb, findings: Findings, { known }: Replayed): Steps {
  const nameRow = createRowNames(db)
  const of = [...known.values()].reduce((sum, { rows }) => sum + rows.size, 0)
  findings.count('rows', of)
  let done = 0
  for (const difference of compareRows(db, known)) {
    if (difference === null) yield { part: 'rows', done: (done += 1000), of }
    else findings.fault({ part: 'rows', ...tell(difference), row: nameRow(difference) })
  }
}

function tell(difference: RowDifference) {
  if (difference.kind === 'unknown') return { kind: 'row-unknown', facts: {} }
  const facts = { seq: difference.seq }
  if (difference.kind === 'missing') return { kind: 'row-missing', facts }
  return { kind: 'row-changed', facts, fields: difference.differ }
}

function readChanges({ changes }: AuditRow): RowChanges | null {
  if (changes === '') return {}
  try {
    return JSON.parse(changes) as RowChanges
  } catch {
    return null
  }
}

function readCommand(
  { command, subject, detail, seq, at }: AuditRow,
  findings: Findings,
  digests: Replayed['digests'],
) {
  if (command !== 'sessions.close' && command !== 'sessions.reopen' && command !== 'workspace.migrate') return
  const told = parse(detail)
  const sessionId = Number(subject.split(':')[1])
  if (command === 'sessions.reopen') digests.delete(sessionId)
  else if (command === 'sessions.close') digests.set(sessionId, toldDigests(told))
  else if (Array.isArray(told['found'])) {
    const found = told['found'].join(', ')
    findings.leftOut({ kind: found === '' ? 'before' : 'before-faulty', facts: { seq, at, found } })
  }
}

function toldDigests({ digest, recordDigest }: Readonly<Record<string, unknown>>): ToldDigests {
  return { tally: String(digest), record: recordDigest === undefined ? null : String(recordDigest) }
}

function parse(detail: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(detail) as Readonly<Record<string, unknown>>
  } catch {
    return {}
  }
}
