import type { OpinionConclusion } from './conclude.ts'

/** What the round's decision recognises again: agreed on, taken by no meeting, with a star proposed. */
export function isAgreed({ conclusion, session, proposedStar }: Concluded): boolean {
  return conclusion.state === 'agreed' && session === null && proposedStar !== null
}

type Concluded = {
  readonly conclusion: OpinionConclusion
  /** The meeting that takes it instead. */
  readonly session: object | null
  readonly proposedStar: number | null
}
