import type { PageSource, ReadPage } from './gather-ballots.ts'
import type { PageLabel } from './page-label.ts'
import type { UnplacedReason } from './unplaced-reason.ts'

/** What a page of a ballot says. */
export type PageReading = Omit<ReadPage, 'source' | 'ballot'> & {
  /** SHA-256 of its greys. */
  readonly sha256: string
  /** Nothing is written where the member signs; null on the pages before the last. */
  readonly isUnsigned: boolean | null
}

/** What came of a page of a pile. */
export type PageOutcome =
  | (ReadPage & PageReading & { readonly kind: 'read'; readonly label: PageLabel })
  | {
      readonly kind: 'unplaced'
      readonly source: PageSource
      readonly why: UnplacedReason
      /** What its code says; null where none was read. */
      readonly label: PageLabel | null
      /** Of a spare, which a person has to say the ballot of; else null. */
      readonly reading: PageReading | null
    }
