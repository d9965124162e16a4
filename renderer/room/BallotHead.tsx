import { useTranslation } from 'react-i18next'
import type { DeviceProduct } from '../../shared/api/room-device.ts'
import type { CriteriaSet } from '../../shared/domain/criteria/criteria-set.ts'
import { totalBallot } from '../../shared/domain/scoring/ballot-totals.ts'
import classes from './BallotHead.module.css'
import { hashOf } from './device-place.ts'
import { SaveLine } from './SaveLine.tsx'
import type { ShownBallot } from './shown-ballot.ts'
import { useDesk } from './use-desk.ts'

type BallotHeadProps = {
  product: DeviceProduct
  form: CriteriaSet
  shown: ShownBallot
}

/**
 * Which product, its points so far, and whether they are saved. The points are the member's own; where the regulations
 * leave their totals out, it is how many criteria are answered.
 */
export function BallotHead({ product, form, shown }: BallotHeadProps) {
  const { t } = useTranslation('device')
  const { me } = useDesk()
  return (
    <header className={classes.head}>
      <div className={classes.top}>
        <a className={classes.back} href={hashOf({ screen: 'products' })}>
          <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
            <path d="m12 4-6 6 6 6" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
          </svg>
          {t('ballot.back')}
        </a>
        <SaveLine waiting={shown.waiting} savedAt={shown.saved.savedAt} />
      </div>
      <h1 className={classes.name}>
        {product.code} · {product.productName}
      </h1>
      {me?.memberSight === 'own-ballot' ? (
        <p className={classes.answered}>
          {t('ballot.chosen', { answered: shown.answered, count: shown.choices.length })}
        </p>
      ) : (
        <Totals form={form} shown={shown} />
      )}
      <progress className={classes.progress} value={shown.answered} max={shown.choices.length} aria-hidden="true" />
    </header>
  )
}

function Totals({ form, shown }: { form: CriteriaSet; shown: ShownBallot }) {
  const { t } = useTranslation('device')
  const totals = totalBallot(form, shown.choices)
  return (
    <dl className={classes.parts} aria-label={t('ballot.parts')}>
      {form.parts.map(({ code, max }) => (
        <div key={code}>
          <dt>
            <abbr title={t('ballot.part', { code })}>{code}</abbr>
          </dt>
          <dd>
            {totals.parts[code]}
            <span className="soft">/{max}</span>
          </dd>
        </div>
      ))}
      <div>
        <dt>{t('ballot.total')}</dt>
        <dd>{totals.total}</dd>
      </div>
    </dl>
  )
}
