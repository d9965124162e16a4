import type { OfficePaper } from '../../../shared/api/office-paper.ts'

/** Where the decision of a round is drafted and numbered. */
export function decisionOf(roundId: number): { readonly papers: OfficePaper[] } {
  return { papers: [{ kind: 'recognition-decision', roundId }] }
}
