import type { Ballot } from '../../../shared/api/ballots.ts'
import { ballotKey, type BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import type { CaseCode, CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import type { GridBallot, ScoreGrid } from '../../../shared/score-grid/score-grid.ts'

/** A ballot as a desk needs it; its totals follow from the choices that are shown. */
export type DeskBallot = Omit<Ballot, 'totals'>

/** A product on the desk: its sealed form, and what else decides how its ballots are keyed. */
export type DeskItem = {
  readonly agendaItemId: number
  readonly form: CriteriaSet
  readonly criteriaCase: CaseCode | null
  readonly isLocked: boolean
}

/** The ballots under the keys; one that looks the same as before stays the same, so that nothing of it is drawn again. */
export function gridBallots(
  before: ScoreGrid['ballots'],
  shown: ReadonlyMap<BallotKey, DeskBallot>,
  items: ReadonlyMap<number, DeskItem>,
): ScoreGrid['ballots'] {
  const ballots: Record<BallotKey, GridBallot> = {}
  for (const [key, ballot] of shown) {
    const item = items.get(ballot.agendaItemId)
    if (item === undefined) continue
    const known = before[key]
    ballots[key] = known !== undefined && isSame(known, ballot, item) ? known : gridBallot(ballot, item)
  }
  return ballots
}

function gridBallot(ballot: DeskBallot, item: DeskItem): GridBallot {
  const { agendaItemId, memberId, choices, state, excluded } = ballot
  const { form, criteriaCase, isLocked } = item
  const criteria = listCriteria(form)
  return { key: ballotKey(ballot), agendaItemId, memberId, criteria, criteriaCase, choices, state, excluded, isLocked }
}

function isSame(known: GridBallot, ballot: DeskBallot, item: DeskItem): boolean {
  return (
    known.state === ballot.state &&
    known.excluded === ballot.excluded &&
    known.isLocked === item.isLocked &&
    known.criteriaCase === item.criteriaCase &&
    known.choices.every((choice, row) => choice === ballot.choices[row])
  )
}
