import { z } from 'zod'
import type { ResultDifference } from '../domain/packages/compare-results.ts'
import type { PackageResult, PackageSession } from '../domain/packages/package-result.ts'
import type { NearProduct, RowChange } from '../domain/register/plan-list.ts'
import { fileInput, idInput, idSchema, out, procedure, reasonSchema, requiredLineSchema, tokenSchema } from './base.ts'
import type { PackageAnswer, PackageProduct } from './package-data.ts'

export type PackageSummary = {
  readonly id: number
  readonly direction: 'sent' | 'received'
  readonly kind: 'up' | 'down'
  /** Who made it. */
  readonly office: string
  readonly session: PackageSession
  readonly fileName: string
  readonly sha256: string
  /** ISO times: made, and taken in here. */
  readonly madeAt: string
  readonly notedAt: string
  readonly products: number
  readonly refused: number
}

/** A product as two councils found it; `below`, `above` null for a council of which no package tells. */
export type ComparedProduct = {
  readonly row: number
  /** This file's product; null where it is none. */
  readonly productId: number | null
  readonly name: string
  readonly producer: string
  readonly state: 'sent' | 'taken' | 'refused'
  /** Why it was refused here. */
  readonly reason: string
  readonly below: PackageResult | null
  readonly above: PackageResult | null
  readonly differences: readonly ResultDifference[]
  readonly decision: PackageAnswer['decision']
  readonly certificate: PackageAnswer['certificate']
}

export type PackagePaperFacts = {
  readonly part: string
  readonly kind: string
  readonly code: string
  readonly issuedOn: string | null
  readonly size: number
  readonly sha256: string
}

export type PackageDetail = PackageSummary & {
  /** The package that it answers, or the latest that answers it. */
  readonly other: PackageSummary | null
  readonly rows: readonly ComparedProduct[]
  /** What came with it; nothing of what this file sent. */
  readonly papers: readonly PackagePaperFacts[]
}

/** Who signed, as far as this file can tell: `changed` where the office is known by another key. */
export type PackageSigner = {
  readonly state: 'known' | 'new' | 'changed'
  readonly publicKey: string
  /** Of the key, to be compared by telephone. */
  readonly fingerprint: string
  /** What the office of that key is called here; null for one that is not known. */
  readonly knownAs: string | null
}

export type ProductDifference = {
  readonly field: 'code' | 'commune' | 'district' | 'kind' | 'representative' | 'phone' | 'address'
  readonly here: string
  readonly there: string
}

export type UpRow = {
  readonly product: PackageProduct
  readonly change: RowChange
  readonly differences: readonly ProductDifference[]
  /** The year for which taking it registers the product; null where it is registered already. */
  readonly registers: number | null
  /** Products and producers here that are spelt nearly so, and a product that has its code: it comes without the code then. */
  readonly near: readonly NearProduct[]
  readonly closedYear: ClosedYear
}

export type DownRow = ComparedProduct & {
  /** Of the recognition that taking it writes; null where it recognises nothing. */
  readonly recognition: RowChange | null
  readonly closedYear: ClosedYear
}

/** The year that taking a row would change though its books are closed: it is refused; null where it changes none. */
type ClosedYear = number | null

type Previewed = {
  readonly fileName: string
  readonly sha256: string
  readonly office: string
  readonly madeAt: string
  readonly program: string
  readonly session: PackageSession
  readonly signer: PackageSigner
  /** ISO time at which this very package was taken in; null where it was not. */
  readonly takenAt: string | null
  readonly papers: readonly PackagePaperFacts[]
}

export type PackagePreview = Previewed &
  (
    | { readonly kind: 'up'; readonly rows: readonly UpRow[] }
    | {
        readonly kind: 'down'
        readonly answers: PackageSummary
        readonly rows: readonly DownRow[]
        /** Products that the upper office did not take in, and why. */
        readonly refusedAbove: readonly { readonly row: number; readonly name: string; readonly reason: string }[]
      }
  )

/** What a package would hold. */
export type PackageDraft = {
  /** What the office is called unless told otherwise. */
  readonly office: string
  readonly session: PackageSession
  readonly products: readonly {
    readonly row: number
    readonly code: string
    readonly name: string
    readonly producer: string
    readonly result: PackageResult
  }[]
  /** The register's entries whose PDF is kept as it was issued, and those whose is not. */
  readonly papers: readonly {
    readonly id: number
    readonly kind: string
    readonly code: string
    readonly size: number
  }[]
  readonly unkept: readonly { readonly kind: string; readonly code: string }[]
}

/** A package of this file that can be made: of a locked session, or as the answer to one that was taken in. */
const sourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('up'), sessionId: idSchema }),
  z.object({ kind: z.literal('down'), packageId: idSchema, sessionId: idSchema }),
])

export type PackageSource = z.infer<typeof sourceSchema>

export type AnswerSource = {
  readonly packageId: number
  readonly office: string
  readonly madeAt: string
  /** Locked sessions that had products of it, the latest first. */
  readonly sessions: readonly {
    readonly id: number
    readonly year: number
    readonly round: number
    readonly heldOn: string
    readonly products: number
  }[]
}

export const packagesContract = {
  /** Packages that were sent and taken in, the latest first. */
  list: procedure.output(out<readonly PackageSummary[]>()),
  get: procedure.input(idInput).output(out<PackageDetail>()),
  /** `place`: among its papers, from 0. */
  paper: procedure.input(z.object({ id: idSchema, place: z.int().min(0).max(500) })).output(z.file()),
  /** This machine's own fingerprint, and the packages that could be answered. */
  own: procedure.output(out<{ readonly fingerprint: string; readonly answers: readonly AnswerSource[] }>()),
  /** Refused: `session-not-locked`; `nothing-to-send` where no product goes up, or none of the package was scored. */
  draft: procedure.input(sourceSchema).output(out<PackageDraft>()),
  /** Writes the package and notes it. Refused as `draft`; `package-too-large` with its papers. */
  make: procedure
    .input(z.object({ source: sourceSchema, office: requiredLineSchema, paperIds: z.array(idSchema).max(400) }))
    .output(z.file()),
  /** The package that the system handed over. Refused: `not-found` where none waits; `package-unreadable` where it is too large or gone. */
  handed: procedure.output(z.file()),
  /**
   * Reads a package, holds it to its signature and against this file; writes nothing. Refused: `package-unreadable` with what
   * is wrong and in which part, `package-own` for one that this file sent, `package-not-ours` for an answer to another's.
   */
  preview: procedure.input(fileInput).output(out<PackagePreview>()),
  /** The person compared the fingerprint by telephone: that key is the office's from now on. */
  confirmKey: procedure.input(z.object({ publicKey: tokenSchema, office: requiredLineSchema })).output(z.void()),
  /**
   * Takes all that is accepted, or nothing; what is refused is noted with its reason. Refused: as `preview`;
   * `package-signer-unknown`, `package-taken`, `package-rows-undecided` where a row is neither or both.
   */
  take: procedure
    .input(
      fileInput.extend({
        accepted: z.array(z.int().min(1)).max(5000),
        refused: z.array(z.object({ row: z.int().min(1), reason: reasonSchema })).max(5000),
      }),
    )
    .output(z.object({ id: idSchema, taken: z.int(), refused: z.int() })),
}
