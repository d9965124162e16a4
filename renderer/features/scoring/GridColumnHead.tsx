import { useTranslation } from 'react-i18next'
import { isSettled } from '../../../shared/domain/ballot/state.ts'
import type { BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import type { ScoreGrid } from '../../../shared/score-grid/score-grid.ts'
import { BallotMark } from './BallotMark.tsx'
import classes from './GridView.module.css'
import type { ColumnLabel } from './member-label.ts'
import { useDeskPart } from './use-desk.ts'

type Props = {
  ballot: BallotKey
  number: number
  labels: readonly ColumnLabel[]
  /** Of a column that is no member's. */
  name: string | undefined
}

/** Whose column it is, and how far the ballot is. */
export function GridColumnHead({ ballot: key, number, labels, name }: Props) {
  const { t } = useTranslation('scoring')
  const memberId = useDeskPart(({ grid }) => grid?.ballots[key]?.memberId)
  const mark = useDeskPart(({ grid }) => columnMark(grid, key))
  const { short, label } = labels.find(({ id }) => id === memberId) ?? { short: number, label: '' }
  return (
    <th scope="col" title={`${label} – ${t(`mark.${mark}`)}`}>
      <span className={classes.column}>
        <span aria-hidden="true">{short}</span>
        <span className="visually-hidden">{name ?? t('grid.member', { number, label })}</span>
        <BallotMark mark={mark} word={t(`mark.${mark}`)} />
      </span>
    </th>
  )
}

function columnMark(grid: ScoreGrid | null, key: BallotKey) {
  const ballot = grid?.ballots[key]
  if (ballot === undefined) return 'empty'
  if (ballot.excluded !== null) return ballot.excluded
  if (isSettled(ballot.state)) return 'settled'
  const answered = ballot.choices.filter((choice) => choice !== null).length
  return answered === ballot.criteria.length ? 'confirm' : answered > 0 ? 'begun' : 'empty'
}
