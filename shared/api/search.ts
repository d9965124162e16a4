import { z } from 'zod'
import type { CertificateState } from '../domain/certificates/clock.ts'
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

/** The number of a certificate: of one of this file, a void one too, or of one that a list tells of. */
export type FoundCertificate = {
  /** `12/GCN-OCOP`. */
  readonly code: string
  /** ISO date; the year alone, or empty, where a list says no more. */
  readonly issuedOn: string
  readonly productId: number
  readonly productName: string
  /** How it stands in the register; null where it is not there: its number is void, or what it was given for was taken back. */
  readonly state: CertificateState | null
  readonly isVoid: boolean
  /** Where it was given: a session, or a round of written opinions; neither for one of a list. */
  readonly sessionId: number | null
  readonly roundId: number | null
}

/** A decision that lists tell of by its number. */
export type FoundDecision = {
  readonly code: string
  /** ISO date, or null where lists say none. */
  readonly decidedOn: string | null
  readonly products: number
}

export type FoundRecords = {
  readonly products: readonly FoundProduct[]
  readonly producers: readonly FoundProducer[]
  readonly certificates: readonly FoundCertificate[]
  readonly decisions: readonly FoundDecision[]
}

export const searchContract = {
  /**
   * At every key: the best of products and producers that hold every word, without accents, and of the certificates and
   * decisions of lists that the words name by their number (`numberRank`). No words find nothing: asked before the first key,
   * so that what is searched is read by then.
   */
  find: procedure.input(z.object({ query: lineSchema, limit: z.int().min(1).max(50) })).output(out<FoundRecords>()),
  /** What the page finds papers in: it alone has words for their kinds. */
  papers: procedure.output(out<readonly FoundPaper[]>()),
}
