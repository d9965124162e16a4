import type { DossierFacts } from '../documents/office-papers/dossier/dossier-facts.ts'

export type DossiersToPack = {
  /** Of the zip. */
  readonly path: string
  readonly now: Date
  readonly dossiers: readonly {
    /** Its folder in the zip. */
    readonly folder: string
    /** The index as it is printed; null where no office is named that issues it. */
    readonly index: DossierFacts | null
    readonly files: readonly FileToPack[]
  }[]
}

type FileToPack = {
  /** In the zip. */
  readonly name: string
  /** As it was called when it came. */
  readonly givenName: string
  /** Where it lies; null where nothing does. */
  readonly at: string | null
  readonly sha256: string
}

/** Names in the zip of files that were not there, and of those that are otherwise than when they came. */
export type PackedDossiers = {
  readonly files: number
  readonly missing: readonly string[]
  readonly altered: readonly string[]
}
