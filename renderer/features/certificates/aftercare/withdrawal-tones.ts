import type { WithdrawalState } from '../../../../shared/domain/aftercare/withdrawal-clock.ts'
import type { StateTone } from '../../../components/StateMark.tsx'

export const withdrawalTones: Readonly<Record<WithdrawalState, StateTone>> = {
  late: 'wrong',
  due: 'attention',
  waiting: 'running',
  withdrawn: 'good',
  dropped: 'plain',
}
