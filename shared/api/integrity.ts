import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import type { AuditNames } from './audit.ts'
import { out, textSchema } from './base.ts'

/** What "Kiểm chứng" looks at, in its order. */
export const integrityParts = ['file', 'schema', 'audit', 'rows', 'seals', 'ballots', 'sessions', 'outside'] as const

export type IntegrityPart = (typeof integrityParts)[number]

/** Something that does not hold; `kind` is the key of its words, `facts` what they name. */
export type IntegrityFault = {
  readonly part: IntegrityPart
  readonly kind: string
  readonly facts: Readonly<Record<string, string | number>>
  /** Table and names of the row that it is about. */
  readonly row?: FaultRow
  /** Fields of that row that are not as the audit says. */
  readonly fields?: readonly FaultField[]
}

export type FaultRow = {
  readonly table: string
  readonly key: string
  readonly names: AuditNames
  /** What else the row is called by: code and name, number and symbol, key of a form; empty for nothing. */
  readonly own: string
}

/** Values as they stand; `sha256` of those that the audit keeps by it alone. `known` is undefined where nothing told of it. */
export type FaultField = {
  readonly column: string
  readonly known: FaultValue | undefined
  readonly found: FaultValue
}

export type FaultValue = string | number | null | { readonly sha256: string }

export type IntegrityReport = {
  readonly events: number
  /** No fault was found, and this program knows all that the file may hold. */
  readonly isIntact: boolean
  /** In the order of the parts; a damaged file has no more than can be read. */
  readonly faults: readonly IntegrityFault[]
  /** Faults of each part that are not listed. */
  readonly unlisted: Readonly<Partial<Record<IntegrityPart, number>>>
  /** Worth knowing, but no fault. */
  readonly notes: readonly Pick<IntegrityFault, 'kind' | 'facts'>[]
  /** How many of what were looked at; by the key of its words. */
  readonly checked: Readonly<Record<string, number>>
  /** What nobody looked at, by the key of the words that say why. */
  readonly notChecked: readonly Pick<IntegrityFault, 'kind' | 'facts'>[]
  /** Of each code that was asked for. */
  readonly codes: readonly CodeCheck[]
}

/**
 * A "Mã kiểm chứng" as it was typed: its event with all before it stands as it was (`holds`), or not all of it (`broken`);
 * the file has no such event (`unknown`); it is mistyped (`slip`) or no code at all.
 */
export type CodeCheck =
  | { readonly typed: string; readonly kind: 'holds' | 'broken'; readonly event: CodedEvent }
  | { readonly typed: string; readonly kind: 'unknown' | 'slip' | 'no-code' }

export type CodedEvent = {
  readonly seq: number
  /** ISO time. */
  readonly at: string
  readonly actor: string
  readonly command: string
  readonly subject: string
  /** Null where it is of no session. */
  readonly about: { readonly round: number; readonly year: number } | null
  /** Number and symbol of the paper; empty for none. */
  readonly paper: string
}

export type IntegrityEvent =
  | { readonly kind: 'progress'; readonly part: IntegrityPart; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly report: IntegrityReport }

/** Codes typed from papers, where any are to be compared. */
export const integrityInput = z.object({ codes: z.array(textSchema).max(50) }).optional()

export const integrityEvents = eventIterator(out<IntegrityEvent>())
