import type { BallotChoices } from '../../shared/domain/scoring/types.ts'

/** The next criterion without an answer, from the top again after the last; null when every one has an answer. */
export function nextOpenRow(choices: BallotChoices, after: number): number | null {
  const isOpen = (choice: number | null): boolean => choice === null
  const below = choices.findIndex((choice, row) => row > after && isOpen(choice))
  if (below >= 0) return below
  const first = choices.findIndex(isOpen)
  return first < 0 ? null : first
}
