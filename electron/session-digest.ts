import { createHash } from 'node:crypto'
import type { SessionRecord } from '../shared/domain/session/session-record.ts'
import { canonicalTally } from '../shared/domain/session/tally-digest.ts'

/** A session's record before anyone asked for its digest: what another thread is handed. */
export type UnsealedRecord = Omit<SessionRecord, 'digest'>

/** The record with its digest, worked out for those who ask: writing out a large tally takes longer than the tally. */
export function withDigest(record: UnsealedRecord): SessionRecord {
  let digest: string | null = null
  return {
    ...record,
    get digest() {
      digest ??= digestOf(record)
      return digest
    },
  }
}

export function digestOf(record: UnsealedRecord): string {
  return createHash('sha256').update(canonicalTally(record)).digest('hex')
}
