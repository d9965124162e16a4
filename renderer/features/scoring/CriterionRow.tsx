import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Criterion } from '../../../shared/domain/criteria/criteria-set.ts'
import { pointsOf } from '../../../shared/domain/ballot/options.ts'
import type { BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import type { Choice } from '../../../shared/score-grid/score-grid.ts'
import classes from './CriteriaList.module.css'
import { CurrentCriterion } from './CurrentCriterion.tsx'
import { useDesk, useDeskPart } from './use-desk.ts'

type Props = {
  readonly ballot: BallotKey
  readonly criterion: Criterion
  readonly row: number
  readonly memberNumber: number
}

/** One criterion of a ballot: a line, or, where the cursor stands, the criterion with its options. */
export const CriterionRow = memo(function CriterionRow(props: Props) {
  const { ballot, row } = props
  const isCurrent = useDeskPart(({ grid }) => grid?.cursor.ballot === ballot && grid.cursor.row === row)
  const choice = useDeskPart(({ grid }) => grid?.ballots[ballot]?.choices[row] ?? null)
  return isCurrent ? <CurrentCriterion {...props} choice={choice} /> : <Line {...props} choice={choice} />
})

function Line({ ballot, criterion, row, choice }: Props & { choice: Choice }) {
  const { t } = useTranslation('scoring')
  const desk = useDesk()
  const points = choice === null ? null : pointsOf(criterion, choice)
  return (
    <button
      type="button"
      className={classes.row}
      data-answered={choice === null ? undefined : true}
      tabIndex={-1}
      onClick={() => desk.dispatch({ type: 'go', place: { ballot, row } })}
    >
      <span className={classes.code}>{criterion.code}</span>
      <span className={classes.title} lang="vi">
        {criterion.title}
      </span>
      <span className={classes.max}>{t('max', { max: criterion.max })}</span>
      <span className={classes.box}>{points ?? <span className="visually-hidden">{t('notScored')}</span>}</span>
    </button>
  )
}
