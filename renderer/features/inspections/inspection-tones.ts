import type { CommitmentState, InspectionState } from '../../../shared/domain/aftercare/inspection-state.ts'
import type { StateTone } from '../../components/StateMark.tsx'

export const inspectionTones: Readonly<Record<InspectionState, StateTone>> = {
  violation: 'wrong',
  unfinished: 'attention',
  planned: 'running',
  clean: 'good',
}

export const commitmentTones: Readonly<Record<CommitmentState, StateTone>> = {
  overdue: 'wrong',
  soon: 'attention',
  open: 'running',
  broken: 'wrong',
  kept: 'good',
}
