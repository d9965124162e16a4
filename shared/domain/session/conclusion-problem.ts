import type { ItemResult, StarOrNone } from '../scoring/types.ts'
import { isReason } from './is-reason.ts'

/** What is wrong with what a council would conclude, or did. */
export type ConclusionProblem = 'conclusion-above-result' | 'reason-required'

/**
 * A council may give a product less than scores and gates do, and says why; it cannot give more: the bands and the
 * least levels are the decision's own (QĐ 26/2026/QĐ-TTg, Điều 3 khoản 3; Phụ lục II). Where it sees more in a product,
 * it agrees on a level or scores again.
 */
export function conclusionProblem(conclusion: {
  readonly star: StarOrNone
  readonly note: string
  readonly result: Pick<ItemResult, 'star'>
}): ConclusionProblem | null {
  const { star, note, result } = conclusion
  if (star > result.star) return 'conclusion-above-result'
  return star !== result.star && !isReason(note) ? 'reason-required' : null
}
