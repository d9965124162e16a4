import { Button } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardRow } from '../../../shared/api/ballots.ts'
import type { DeskState } from './ballot-desk.ts'
import classes from './BallotHead.module.css'
import { completeDrafts } from './complete-drafts.ts'
import { SavedMark } from './SavedMark.tsx'
import { useDeskPart } from './use-desk.ts'

/** Which product, whether everything is saved, and the confirmation of all ballots that are complete. */
export const GridHead = memo(function GridHead({ item, onConfirmAll }: { item: BoardRow; onConfirmAll: () => void }) {
  const { t } = useTranslation('scoring')
  const complete = useDeskPart((state) => completeDrafts(state, item.agendaItemId).length)
  return (
    <header className={classes.head}>
      <h1 className={classes.product} tabIndex={-1} title={`${item.code} · ${item.productName} · ${item.producerName}`}>
        {item.code} · {item.productName} <span className={classes.producer}>· {item.producerName}</span>
      </h1>
      <div className={classes.status}>
        <span>{t('round', { round: item.round })}</span>
        <SavedMark at={(state) => lastSaved(state, item.agendaItemId)} />
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
