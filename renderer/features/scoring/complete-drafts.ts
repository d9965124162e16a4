import type { BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import { countUnanswered, isWritable } from '../../../shared/score-grid/score-grid.ts'
import type { DeskState } from './ballot-desk.ts'

/** Drafts of a product with every criterion answered, which lack only the confirmation. */
export function completeDrafts({ grid }: Pick<DeskState, 'grid'>, item: number): readonly BallotKey[] {
  return Object.values(grid?.ballots ?? {})
    .filter((ballot) => ballot.agendaItemId === item && isWritable(ballot) && countUnanswered(ballot) === 0)
    .map(({ key }) => key)
}
