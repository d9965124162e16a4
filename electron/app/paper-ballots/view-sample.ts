import type { PaperSample } from '../../../shared/api/paper-ballots.ts'
import type { Sample } from './pile.ts'

export function viewSample({ drawn, agreed, hasFailed }: Sample): PaperSample {
  return { drawn: [...drawn.values()], agreed: agreed.size, hasFailed }
}
