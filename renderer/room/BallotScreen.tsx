import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceProduct } from '../../shared/api/room-device.ts'
import type { CriteriaSet } from '../../shared/domain/criteria/criteria-set.ts'
import { listCriteria } from '../../shared/domain/criteria/form.ts'
import { BallotHead } from './BallotHead.tsx'
import { BottomBar } from './BottomBar.tsx'
import { CriterionOptions } from './CriterionOptions.tsx'
import { goTo } from './device-place.ts'
import { nextOpenRow } from './next-open-row.ts'
import { shownBallot } from './shown-ballot.ts'
import { useStepping } from './use-stepping.ts'
import { useDesk } from './use-desk.ts'

type BallotScreenProps = {
  product: DeviceProduct
  form: CriteriaSet
  wantedRow: number | null
}

/** One criterion at a time, its levels as large as a thumb. */
export function BallotScreen({ product, form, wantedRow }: BallotScreenProps) {
  const { agendaItemId } = product
  const shown = shownBallot(product, useDesk())
  const criteria = listCriteria(form)
  // Stays where it opened while answers are given.
  const [firstOpen] = useState(() => nextOpenRow(shown.choices, -1) ?? 0)
  const row = Math.min(wantedRow ?? firstOpen, criteria.length - 1)
  const place = criteria[row]
  // Submitted here or elsewhere: there is nothing to choose any more.
  const isOver = !shown.canScore
  useEffect(() => {
    if (isOver) goTo({ screen: 'review', agendaItemId }, { isReplacing: true })
  }, [isOver, agendaItemId])
  const [isStepping] = useStepping()
  if (place === undefined || isOver) return null
  const go = (to: number | null): void =>
    goTo(to === null ? { screen: 'review', agendaItemId } : { screen: 'ballot', agendaItemId, row: to }, {
      isReplacing: true,
    })
  const nextOpen = nextOpenRow(shown.choices, row)
  return (
    <main className="page">
      <BallotHead product={product} form={form} shown={shown} />
      <CriterionOptions
        key={row}
        place={place}
        count={criteria.length}
        criteriaCase={product.criteriaCase}
        choice={shown.choices[row] ?? null}
        agendaItemId={agendaItemId}
        // Whether or not the tap is in the choices by then, this criterion is not open any more.
        onTapped={isStepping ? () => go(nextOpen === row ? null : nextOpen) : undefined}
      />
      <Foot row={row} count={criteria.length} nextOpen={nextOpen} onGo={go} />
    </main>
  )
}

type FootProps = {
  row: number
  count: number
  nextOpen: number | null
  /** To another criterion; null: to the whole ballot. */
  onGo: (row: number | null) => void
}

function Foot({ row, count, nextOpen, onGo }: FootProps) {
  const { t } = useTranslation('device')
  return (
    <BottomBar>
      <Step label={t('ballot.before')} path="m12 4-6 6 6 6" disabled={row === 0} onGo={() => onGo(row - 1)} />
      <Step label={t('ballot.after')} path="m8 4 6 6-6 6" disabled={row === count - 1} onGo={() => onGo(row + 1)} />
      {nextOpen === null || nextOpen === row ? (
        <button
          type="button"
          className="button"
          data-primary={nextOpen === null || undefined}
          onClick={() => onGo(null)}
        >
          {t('ballot.review')}
        </button>
      ) : (
        <button type="button" className="button" data-primary onClick={() => onGo(nextOpen)}>
          {t('ballot.nextOpen')}
        </button>
      )}
    </BottomBar>
  )
}

type StepProps = {
  label: string
  path: string
  disabled: boolean
  onGo: () => void
}

const Step = ({ label, path, disabled, onGo }: StepProps) => (
  <button type="button" className="button" aria-label={label} disabled={disabled} onClick={onGo}>
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  </button>
)
