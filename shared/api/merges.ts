import { z } from 'zod'
import { idSchema } from './base.ts'

/** Two records that are one. */
export const mergeInput = z
  .object({ fromId: idSchema, intoId: idSchema })
  .refine(({ fromId, intoId }) => fromId !== intoId)

/** What merging would do; nothing of it is done. What locked sessions and issued papers say stays as it is. */
export type MergePreview = {
  /** As they are called, with what tells them apart. */
  readonly from: string
  readonly into: string
  /** Rows that would belong to the other record, by their table. */
  readonly moved: readonly { readonly table: string; readonly rows: number }[]
  /** Fields that the record that stays lacks and would be given, by their column. */
  readonly filled: readonly { readonly column: string; readonly value: string }[]
  /** Rows that say what the record that stays says already, and would go, by their table. */
  readonly dropped: readonly { readonly table: string; readonly rows: number }[]
  /** Dossiers of closed years that would lead to the record that stays, each as it is called there and stays called. */
  readonly closed: readonly { readonly year: number; readonly called: string }[]
  /** True for two products that differ in code and in producer: seldom one. */
  readonly isUnlike: boolean
  /** Why they cannot be merged: sessions whose agenda holds both, years that have a dossier of each. */
  readonly conflicts: readonly { readonly kind: 'session' | 'dossier' | 'written-round'; readonly what: string }[]
}
