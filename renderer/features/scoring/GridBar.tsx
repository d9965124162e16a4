import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { AtBallot } from '../../../shared/api/room.ts'
import { offeredOptions } from '../../../shared/domain/ballot/options.ts'
import { isWritable } from '../../../shared/score-grid/score-grid.ts'
import classes from './GridView.module.css'
import type { ColumnLabel } from './member-label.ts'
import { pendingText } from '../../components/score-keys/pending-text.ts'
import { useDesk, useDeskPart } from './use-desk.ts'

const secondDigitWait = 900

/** Like a spreadsheet's line above the cells: which criterion and member, what is offered, what was keyed wrong. */
export function GridBar({ labels, others }: { labels: readonly ColumnLabel[]; others: readonly AtBallot[] }) {
  const { t } = useTranslation('scoring')
  const desk = useDesk()
  const cursor = useDeskPart(({ grid }) => grid?.cursor)
  const pending = useDeskPart(({ grid }) => grid?.pending ?? null)
  const ballot = useDeskPart(({ grid }) => (grid === null ? undefined : grid.ballots[grid.cursor.ballot]))
  const isWaiting = pending?.kind === 'digits' && pending.canStand
  useEffect(() => {
    if (!isWaiting) return undefined
    const timer = setTimeout(() => desk.dispatch({ type: 'settle' }), secondDigitWait)
    return () => clearTimeout(timer)
  }, [desk, isWaiting])
  const place = cursor === undefined ? undefined : ballot?.criteria[cursor.row]
  if (ballot === undefined || place === undefined) return <div className={classes.bar} />
  const { criterion } = place
  const labelOf = (memberId: number) => labels.find(({ id }) => id === memberId)?.label ?? ''
  const elsewhere = others
    .filter(({ agendaItemId }) => agendaItemId === ballot.agendaItemId)
    .map(({ who, memberId }) => t('grid.elsewhere', { who, member: labelOf(memberId) }))
    .join('; ')
  const options = offeredOptions({ criterion, criteriaCase: ballot.criteriaCase })
  return (
    <div className={classes.bar} data-testid="grid-bar">
      <span>
        <b>{criterion.code}</b> <span lang="vi">{criterion.title}</span>
      </span>
      <span>{labelOf(ballot.memberId)}</span>
      {pending !== null ? (
        <span data-kind={pending.kind === 'not-offered' ? 'wrong' : 'wait'} role="alert">
          {pendingText(pending, t)}
        </span>
      ) : isWritable(ballot) ? (
        <span
          className={classes.offers}
          title={options.map(({ points, label }) => `${points}: ${label ?? t('noLevel')}`).join('\n')}
        >
          {t('grid.offers', { offered: [...new Set(options.map(({ points }) => points))].join(' · ') })}
        </span>
      ) : (
        <span className={classes.soft}>
          {t(
            ballot.excluded !== null ? `banner.${ballot.excluded}` : ballot.isLocked ? 'grid.locked' : 'grid.confirmed',
          )}
        </span>
      )}
      {elsewhere !== '' && (
        <span className={classes.elsewhere} role="status" title={elsewhere}>
          {elsewhere}
        </span>
      )}
    </div>
  )
}
