import type { PlannedRow } from '../../shared/domain/register/plan-list.ts'
import type { TakenList } from '../db/queries/register.ts'
import type { CopiedRows } from '../db/change-log.ts'
import type { ListPlace } from '../db/staged-list.ts'

export type ListToStage = {
  readonly path: string
  readonly place: ListPlace
  readonly taken: Omit<TakenList, 'sheet' | 'takenAt'>
}

/** An office's list whose new rows lie in a file of their own. Nothing is in it where rows are faulty. */
export type StagedList = {
  readonly sheet: string
  readonly faulty: number
  readonly doubtful: number
  readonly counted: { readonly added: number; readonly changed: number; readonly same: number }
  /** The first of them, as many as one reads in the audit. */
  readonly doubts: readonly { readonly cell: string; readonly reason: string }[]
  readonly doubtCount: number
  readonly copied: readonly CopiedRows[]
  /** Rows that change a record that the file had. */
  readonly changing: readonly PlannedRow[]
}
