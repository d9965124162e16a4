import type { PaperBallotPage } from '../../../shared/api/paper-ballots.ts'
import type { Box, PlannedCriterion } from '../../../shared/domain/paper-ballots/page-plan.ts'
import { choiceAt, type Choice } from '../../../shared/score-grid/score-grid.ts'
import classes from './BallotScreen.module.css'
import { boxOf } from './crop.ts'
import { ballotOf, type PaperDesk, type PaperDeskRow } from './paper-desk.ts'

/** Millimetres that a mark keeps from what it goes round. */
const around = { ring: 0.6, criterion: 1.6 }

type Props = {
  readonly page: PaperBallotPage
  readonly desk: PaperDesk
  readonly onGo: (row: number) => void
}

/**
 * Over a page, in its millimetres: a ring round each value that is taken, a dashed box round each criterion that is still to be looked
 * at. The list beside it says the same in words.
 */
export function MarksOnPage({ page, desk, onGo }: Props) {
  const ballot = ballotOf(desk)
  return (
    <svg className={classes.marks} viewBox={`0 0 ${page.width} ${page.height}`} aria-hidden="true">
      {page.criteria.map((criterion) => (
        <CriterionMarks
          key={criterion.index}
          criterion={criterion}
          row={desk.rows[criterion.index]}
          choice={choiceAt(ballot, criterion.index)}
          isCurrent={desk.grid.cursor.row === criterion.index}
          onGo={() => onGo(criterion.index)}
        />
      ))}
    </svg>
  )
}

type MarksProps = {
  readonly criterion: PlannedCriterion
  readonly row: PaperDeskRow | undefined
  readonly choice: Choice
  readonly isCurrent: boolean
  readonly onGo: () => void
}

function CriterionMarks({ criterion, row, choice, isCurrent, onGo }: MarksProps) {
  const optionBox = (option: Choice | undefined): Box | undefined =>
    criterion.options.find((one) => one.option === option)?.box
  const ring = optionBox(choice ?? row?.read)
  const keyed = choice === null && row?.kind === 'different' ? optionBox(row.keyed) : undefined
  const whole = boxOf(criterion.options.map(({ box }) => box))
  return (
    <g data-row={criterion.index} data-current={isCurrent || undefined} onClick={onGo}>
      <rect
        className={classes.criterion}
        data-open={choice === null || undefined}
        {...grown(whole, around.criterion)}
        rx={1}
      />
      {keyed !== undefined && <rect className={classes.keyed} {...grown(keyed, around.ring)} rx={2} />}
      {ring !== undefined && (
        <rect
          className={classes.ring}
          data-by-person={(choice !== null && choice !== row?.read) || undefined}
          {...grown(ring, around.ring)}
          rx={2}
        />
      )}
    </g>
  )
}

const grown = ({ left, top, width, height }: Box, by: number) => ({
  x: left - by,
  y: top - by,
  width: width + 2 * by,
  height: height + 2 * by,
})
