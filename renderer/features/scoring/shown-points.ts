import { pointsOf } from '../../../shared/domain/ballot/options.ts'
import type { Choice, GridBallot } from '../../../shared/score-grid/score-grid.ts'

type ShownPointsInput = {
  ballot: GridBallot | undefined
  row: number
  choice: Choice
}

/** The points of a choice in a row of a ballot; a dash for no answer. */
export function shownPoints({ ballot, row, choice }: ShownPointsInput): string {
  const criterion = ballot?.criteria[row]?.criterion
  return choice === null || criterion === undefined ? '–' : `${pointsOf(criterion, choice)}`
}
