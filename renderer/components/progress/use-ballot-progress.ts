import { useState } from 'react'
import type { BoardRow } from '../../../shared/api/ballots.ts'
import { notePace, timeLeft, type Pace, type TimeLeft } from '../../../shared/domain/progress/time-left.ts'

/** Ballots that count, of those that must; products whose dossier is rejected need none. */
export type BallotProgress = { readonly done: number; readonly of: number; readonly left: TimeLeft | null }

/**
 * How far a session's ballots are, and how long the rest takes at the pace since the screen was opened.
 *
 * @param answer the board as it was asked for last, and when (milliseconds of one clock)
 */
export function useBallotProgress(answer: {
  readonly data: readonly BoardRow[] | undefined
  readonly dataUpdatedAt: number
}): BallotProgress {
  const { data = [], dataUpdatedAt: at } = answer
  const [pace, setPace] = useState<Pace | null>(null)
  const rows = data.filter(({ isRejected }) => !isRejected)
  const done = rows.reduce((sum, { confirmed }) => sum + confirmed, 0)
  const of = rows.reduce((sum, { needed }) => sum + needed, 0)
  if (of > 0 && pace?.last.at !== at) setPace(notePace(pace, { done, of, at }))
  return { done, of, left: pace && timeLeft(pace) }
}
