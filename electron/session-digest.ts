import { createHash } from 'node:crypto'
import { canonicalRecord } from '../shared/domain/session/record-digest.ts'
import type { SessionRecord } from '../shared/domain/session/session-record.ts'
import { canonicalTally } from '../shared/domain/session/tally-digest.ts'

/** A session's record before anyone asked for its digests: what another thread is handed. */
export type UnsealedRecord = Omit<SessionRecord, 'digest' | 'recordDigest'>

/** The record with its digests, worked out for those who ask: writing out a large tally takes longer than the tally. */
export function withDigest(record: UnsealedRecord): SessionRecord {
  let digest: string | null = null
  let recordDigest: string | null = null
  return {
    ...record,
    get digest() {
      digest ??= digestOf(record)
      return digest
    },
    get recordDigest() {
      recordDigest ??= hashOf(canonicalRecord(record))
      return recordDigest
    },
  }
}

/** Of what decides the session's results. */
export function digestOf(record: UnsealedRecord): string {
  return hashOf(canonicalTally(record))
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
