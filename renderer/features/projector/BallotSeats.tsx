import { useTranslation } from 'react-i18next'
import classes from './BallotSeats.module.css'

type Seat = 'empty' | 'draft' | 'done'

/** How many ballots are in, as figures and as filled seats; which seat is whose, nobody sees. */
export function BallotSeats({ seats, done }: { seats: readonly Seat[]; done: number }) {
  const { t } = useTranslation('projector')
  const ordered = order.flatMap((kind) => seats.filter((seat) => seat === kind))
  return (
    <div className={classes.ballots}>
      <p className={classes.count} role="status" aria-label={t('ballotsLabel', { done, count: seats.length })}>
        <span data-testid="ballot-count">
          {done}/{seats.length}
        </span>
        <span className={classes.word}>{t('ballotsWord')}</span>
      </p>
      <div className={classes.seats} aria-hidden="true">
        {ordered.map((seat, place) => (
          // Seats have no names here: their place is their key.
          <span key={place} data-seat={seat} />
        ))}
      </div>
    </div>
  )
}

const order = ['done', 'draft', 'empty'] as const
