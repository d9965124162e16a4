import { Button } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardRow } from '../../../shared/api/ballots.ts'
import { clockTime } from '../../components/clock-time.ts'
import type { BallotDesk, DeskState } from './ballot-desk.ts'
import classes from './BallotHead.module.css'
import { completeDrafts } from './complete-drafts.ts'
import { useDeskPart } from './use-desk.ts'

/** Which product, whether everything is saved, and the confirmation of all ballots that are complete. */
export const GridHead = memo(function GridHead({
  item,
  desk,
  onConfirmAll,
}: {
  item: BoardRow
  desk: BallotDesk
  onConfirmAll: () => void
}) {
  const { t } = useTranslation('scoring')
  const saving = useDeskPart((state) => state.saving)
  const savedAt = useDeskPart((state) => lastSaved(state, item.agendaItemId))
  const complete = useDeskPart((state) => completeDrafts(state, item.agendaItemId).length)
  return (
    <header className={classes.head}>
      <h1 className={classes.product} title={`${item.code} · ${item.productName} · ${item.producerName}`}>
        {item.code} · {item.productName} <span className={classes.producer}>· {item.producerName}</span>
      </h1>
      <div className={classes.status}>
        <span>{t('round', { round: item.round })}</span>
        {saving.kind === 'failed' ? (
          <button type="button" className={classes.saved} data-kind="failed" onClick={desk.retry}>
            {t('saving.failed', { count: saving.waiting })}
          </button>
        ) : (
          <span className={classes.saved} data-testid="saved" data-kind={saving.kind}>
            {saving.kind === 'saving' && t('saving.now')}
            {saving.kind === 'idle' && savedAt !== null && t('saving.at', { time: clockTime(new Date(savedAt)) })}
          </span>
        )}
        <Button size="compact-sm" disabled={complete === 0} title="Ctrl+Shift+Enter" onClick={onConfirmAll}>
          {t('grid.confirmAll', { count: complete })}
        </Button>
      </div>
    </header>
  )
})

const lastSaved = ({ known }: DeskState, item: number): string | null =>
  [...known.values()]
    .filter(({ agendaItemId }) => agendaItemId === item)
    .map(({ savedAt }) => savedAt)
    .reduce((latest, at) => (at !== null && (latest === null || at > latest) ? at : latest), null)
