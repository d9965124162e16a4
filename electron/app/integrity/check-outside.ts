import type { CodeCheck } from '../../../shared/api/integrity.ts'
import { readVerificationCode } from '../../../shared/domain/verification-code/verification-code.ts'
import type { BytesSeen } from '../../../shared/domain/anchors/anchors.ts'
import { hashOfPath, readAnchors } from '../../anchors/anchor-store.ts'
import type { ReadDb } from '../../db/handles.ts'
import { hashOfEvent, readHead, readIdentity } from '../../db/queries/backup-facts.ts'
import { findCodedEvent } from '../../db/queries/paper-events.ts'
import type { Findings, Steps } from './findings.ts'

/**
 * What this machine kept of the file outside of it: the audit holds each of these events, as it was. What it noted of a file
 * in another place may be of a newer state or another branch, as beside a copy; that is no fault of this one.
 *
 * @param path where the file lies; null where nothing is known of that
 */
export function* checkAnchors(
  db: ReadDb,
  findings: Findings,
  { dataFolder, path }: { readonly dataFolder: string | null; readonly path: string | null },
): Steps {
  const { uuid } = readIdentity(db)
  const known = uuid === null || dataFolder === null ? null : readAnchors(dataFolder, uuid)
  if (known !== null && known.strange > 0) findings.note({ kind: 'anchors-strange', facts: { count: known.strange } })
  const binding = known?.anchors.filter(({ givenUpAt }) => givenUpAt === undefined) ?? []
  const givenUp = known?.anchors.filter(({ givenUpAt }) => givenUpAt !== undefined) ?? []
  const last = givenUp.at(-1)
  if (last !== undefined) {
    findings.note({ kind: 'anchors-given-up', facts: { count: givenUp.length, at: last.givenUpAt ?? '' } })
  }
  if (binding.length === 0) return findings.leftOut({ kind: 'rebuilt', facts: {} })
  const { events } = readHead(db)
  const own = path === null ? null : hashOfPath(path)
  const isElsewhere = (at: string | undefined) => own !== null && at !== undefined && at !== own
  const missed = binding.flatMap(({ seq, hash, at, path: noted }) => {
    const found = hashOfEvent(db, seq)
    if (found === hash) return []
    return [{ facts: { seq, at, events }, isLonger: found === null && seq > events, isElsewhere: isElsewhere(noted) }]
  })
  for (const { facts, isLonger } of missed.filter((anchor) => !anchor.isElsewhere)) {
    findings.fault({ part: 'outside', kind: isLonger ? 'anchor-longer' : 'anchor-other', facts })
  }
  const elsewhere = missed.filter((anchor) => anchor.isElsewhere)
  const newestElsewhere = elsewhere.at(-1)
  if (newestElsewhere !== undefined) {
    const isOlder = elsewhere.every(({ isLonger }) => isLonger)
    findings.note({ kind: isOlder ? 'anchors-older' : 'anchors-branch', facts: newestElsewhere.facts })
  }
  const counted = readIdentity(db).commits
  const held = binding.findLast(({ path: noted, seq, hash }) => !isElsewhere(noted) && hashOfEvent(db, seq) === hash)
  if (counted !== null && held !== undefined && counted < held.commits) {
    findings.fault({ part: 'outside', kind: 'anchor-counter', facts: { counted, noted: held.commits, at: held.at } })
  }
  findings.count('anchors', binding.length - elsewhere.length)
  const newest = Math.max(...binding.map(({ seq }) => seq))
  if (events > newest) findings.leftOut({ kind: 'after-anchor', facts: { seq: newest } })
  yield { part: 'outside', done: binding.length, of: binding.length }
}

/** The whole file against its last closing here, once all that can be read was looked at. */
export function checkBytes(findings: Findings, bytes: BytesSeen | null): void {
  // No check of the file alone can see it.
  if (bytes === null) return findings.leftOut({ kind: 'unused-bytes', facts: {} })
  const { at } = bytes
  if (bytes.isSame) return findings.count('bytes')
  const kind = findings.report().isIntact ? 'bytes-alone' : 'bytes-too'
  findings.fault({ part: 'outside', kind, facts: { at } })
}

/**
 * Codes of papers against the audit.
 *
 * @param firstBad the first event that does not hold; null where all do
 */
export function checkCodes(
  db: ReadDb,
  { codes, firstBad }: { readonly codes: readonly string[]; readonly firstBad: number | null },
): readonly CodeCheck[] {
  return codes.map((typed) => {
    const read = readVerificationCode(typed)
    if (typeof read === 'string') return { typed, kind: read }
    const event = findCodedEvent(db, read.hashStart)
    if (event === null) return { typed, kind: 'unknown' }
    return { typed, kind: firstBad !== null && firstBad <= event.seq ? 'broken' : 'holds', event }
  })
}
