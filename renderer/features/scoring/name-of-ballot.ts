import type { TFunction } from 'i18next'
import type { BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import type { BallotDesk } from './ballot-desk.ts'
import { memberLabel } from './member-label.ts'
import type { ScoringView } from './scoring-view.ts'

type NameOfBallotInput = Pick<ScoringView, 'rows' | 'session'> & {
  desk: BallotDesk
  ballot: BallotKey
  t: TFunction<'scoring'>
}

/** "SP1 · Ủy viên – Sở Công Thương": whose ballot it is, for people. */
export function nameOfBallot({ desk, ballot, rows, session, t }: NameOfBallotInput): string {
  const at = desk.read().known.get(ballot)
  const code = rows.find(({ agendaItemId }) => agendaItemId === at?.agendaItemId)?.code ?? ''
  const member = session.members.find(({ id }) => id === at?.memberId)
  return `${code} · ${memberLabel(member, t)}`
}
