import type { WrittenRoundState } from '../../../shared/api/opinions.ts'
import type { OpinionConclusion } from '../../../shared/domain/opinions/conclude.ts'
import type { StateTone } from '../../components/StateMark.tsx'

export const roundTones: Readonly<Record<WrittenRoundState, StateTone>> = {
  open: 'running',
  over: 'attention',
  closed: 'plain',
  decided: 'good',
}

export const conclusionTones: Readonly<Record<OpinionConclusion['state'], StateTone>> = {
  waiting: 'running',
  agreed: 'good',
  meeting: 'attention',
}
