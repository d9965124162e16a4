import type { StateTone } from '../../components/StateMark.tsx'
import type { PaperChip } from './paper-address.ts'

/** How each list looks wherever it is named. */
export const pileTones = {
  unclear: 'attention',
  differs: 'wrong',
  ready: 'running',
  unplaced: 'attention',
  agrees: 'good',
  taken: 'good',
} as const satisfies Readonly<Record<PaperChip, StateTone>>
