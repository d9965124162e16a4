import { z } from 'zod'
import { lineSchema, out, procedure } from './base.ts'
import type { OfficePaper } from './office-paper.ts'

export type FoundProduct = {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly producerName: string
  readonly commune: string
  /** What its commune is called today, or was before. */
  readonly otherNames: string
  /** Its place on the agenda that had it last; null where none did. */
  readonly last: {
    readonly sessionId: number
    readonly agendaItemId: number
    readonly year: number
    readonly round: number
  } | null
}

export type FoundProducer = {
  readonly id: number
  readonly name: string
  readonly commune: string
  readonly otherNames: string
}

/** A paper with its number, of a session or of the office; a void one too. */
export type FoundPaper = {
  readonly id: number
  readonly kind: string
  /** `15/QĐ-UBND`. */
  readonly code: string
  /** ISO date. */
  readonly issuedOn: string
  /** Null for a paper of the office. */
  readonly sessionId: number | null
  /** What a paper of the office in force was asked for; null for others. */
  readonly paper: OfficePaper | null
  /** Its number was given up. */
  readonly isVoid: boolean
  /** Whom a paper of the office goes to, else what it is about; empty where neither is known. */
  readonly about: string
}

export const searchContract = {
  /** At every key: the best of products and producers that hold every word, without accents. */
  find: procedure
    .input(z.object({ query: lineSchema, limit: z.int().min(1).max(50) }))
    .output(out<{ readonly products: readonly FoundProduct[]; readonly producers: readonly FoundProducer[] }>()),
  /** What the page finds papers in: it alone has words for their kinds. */
  papers: procedure.output(out<readonly FoundPaper[]>()),
}
