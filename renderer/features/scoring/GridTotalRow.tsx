import { memo } from 'react'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { totalBallot } from '../../../shared/domain/scoring/ballot-totals.ts'
import type { BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import classes from './GridView.module.css'
import { useDeskPart } from './use-desk.ts'

/** The totals of one part, or of all of them, below each member's column. */
export const GridTotalRow = memo(function GridTotalRow({
  form,
  columns,
  label,
  max,
  part,
}: {
  form: CriteriaSet
  columns: readonly BallotKey[]
  label: string
  max: number
  part: 'A' | 'B' | 'C' | null
}) {
  const totals = useDeskPart(({ grid }) =>
    columns
      .map((key) => {
        const totalsOf = totalBallot(form, grid?.ballots[key]?.choices ?? [])
        if (totalsOf.answered === 0) return '–'
        return `${part === null ? totalsOf.total : totalsOf.parts[part]}`
      })
      .join(','),
  ).split(',')
  return (
    <tr className={part === null ? classes.total : undefined}>
      <th scope="row" title={label} aria-label={label}>
        <span className={classes.criterion}>
          <span className={classes.code}>{part}</span>
          <span className={classes.title}>{part === null ? label : label.replace(/^[A-C]\. /, '')}</span>
          <span className={classes.max}>{max}</span>
        </span>
      </th>
      {columns.map((key, index) => (
        <td key={key}>{totals[index]}</td>
      ))}
    </tr>
  )
})
