import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceProduct } from '../../shared/api/room-device.ts'
import type { CriteriaSet } from '../../shared/domain/criteria/criteria-set.ts'
import { listCriteria } from '../../shared/domain/criteria/form.ts'
import { BallotHead } from './BallotHead.tsx'
import classes from './BallotScreen.module.css'
import { CriterionOptions } from './CriterionOptions.tsx'
import { goTo } from './device-place.ts'
import { nextOpenRow } from './next-open-row.ts'
import { shownBallot } from './shown-ballot.ts'
import { useDesk } from './use-desk.ts'

/** One criterion at a time, its levels as large as a thumb. */
export const BallotScreen = ({
  product,
  form,
  wantedRow,
}: {
  product: DeviceProduct
  form: CriteriaSet
  wantedRow: number | null
}) => {
  const { agendaItemId } = product
  const { waiting } = useDesk()
  const shown = shownBallot({ product, waiting })
  const criteria = listCriteria(form)
  // Stays where it opened while answers are given.
  const [firstOpen] = useState(() => nextOpenRow({ choices: shown.choices, after: -1 }) ?? 0)
  const row = Math.min(wantedRow ?? firstOpen, criteria.length - 1)
  const place = criteria[row]
  // Submitted here or elsewhere: there is nothing to choose any more.
  const isOver = !shown.canScore
  useEffect(() => {
    if (isOver) goTo({ screen: 'review', agendaItemId }, { isReplacing: true })
  }, [isOver, agendaItemId])
  if (place === undefined || isOver) return null
  return (
    <main className={classes.page}>
      <BallotHead product={product} form={form} shown={shown} />
      <CriterionOptions
        key={row}
        place={place}
        count={criteria.length}
        criteriaCase={product.criteriaCase}
        choice={shown.choices[row] ?? null}
        agendaItemId={agendaItemId}
      />
      <Foot
        agendaItemId={agendaItemId}
        row={row}
        count={criteria.length}
        nextOpen={nextOpenRow({ choices: shown.choices, after: row })}
      />
    </main>
  )
}

const Foot = ({
  agendaItemId,
  row,
  count,
  nextOpen,
}: {
  agendaItemId: number
  row: number
  count: number
  nextOpen: number | null
}) => {
  const { t } = useTranslation('device')
  const go = (to: number): void => goTo({ screen: 'ballot', agendaItemId, row: to }, { isReplacing: true })
  const review = (): void => goTo({ screen: 'review', agendaItemId }, { isReplacing: true })
  return (
    <nav className={classes.foot}>
      <button type="button" className="button" disabled={row === 0} onClick={() => go(row - 1)}>
        {t('ballot.before')}
      </button>
      <button type="button" className="button" disabled={row === count - 1} onClick={() => go(row + 1)}>
        {t('ballot.after')}
      </button>
      {nextOpen === null || nextOpen === row ? (
        <button type="button" className="button" data-primary={nextOpen === null || undefined} onClick={review}>
          {t('ballot.review')}
        </button>
      ) : (
        <button type="button" className="button" data-primary onClick={() => go(nextOpen)}>
          {t('ballot.nextOpen')}
        </button>
      )}
    </nav>
  )
}
