import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceProduct } from '../../shared/api/room-device.ts'
import type { CriteriaSet } from '../../shared/domain/criteria/criteria-set.ts'
import { listCriteria, type FormCriterion } from '../../shared/domain/criteria/form.ts'
import { pointsOf } from '../../shared/domain/ballot/options.ts'
import { totalBallot } from '../../shared/domain/scoring/ballot-totals.ts'
import { AskDialog } from './AskDialog.tsx'
import { BallotHead } from './BallotHead.tsx'
import { hashOf } from './device-place.ts'
import { BottomBar } from './BottomBar.tsx'
import { Opinion } from './Opinion.tsx'
import { RevealedResult } from './RevealedResult.tsx'
import classes from './ReviewScreen.module.css'
import { shownBallot, type ShownBallot } from './shown-ballot.ts'
import { useDesk, useDeviceDesk } from './use-desk.ts'

/** The whole ballot on one page: what is missing before it can be submitted, and how it was submitted after. */
export function ReviewScreen({ product, form }: { product: DeviceProduct; form: CriteriaSet }) {
  const { t } = useTranslation('device')
  const shown = shownBallot(product, useDesk())
  const { agendaItemId } = product
  return (
    <main className="page">
      <BallotHead product={product} form={form} shown={shown} />
      <section className={classes.body}>
        {!shown.canScore && <Result product={product} />}
        <h2>{t('review.title')}</h2>
        <p role="status" className={classes.state} data-state={shown.state}>
          <StateWords shown={shown} />
        </p>
        {form.parts.map((part) => (
          <section key={part.code}>
            <h3 className={classes.part} lang="vi">
              {part.code}. {part.title}
            </h3>
            <ul className={classes.list}>
              {listCriteria(form)
                .filter(({ partCode }) => partCode === part.code)
                .map((place) => (
                  <li key={place.index}>
                    <Line agendaItemId={agendaItemId} place={place} shown={shown} />
                  </li>
                ))}
            </ul>
          </section>
        ))}
        <Opinion agendaItemId={agendaItemId} shown={shown} />
        {/* Below all that can still be touched: it comes at any moment, and nothing may move under a finger. */}
        {shown.canScore && <Result product={product} />}
      </section>
      <Foot product={product} form={form} shown={shown} />
    </main>
  )
}

const Result = ({ product: { result, isRejected } }: { product: DeviceProduct }) =>
  result !== null && <RevealedResult result={result} isRejected={isRejected} />

function StateWords({ shown }: { shown: ShownBallot }) {
  const { t } = useTranslation('device')
  switch (shown.state) {
    case 'none':
    case 'draft':
      return t('review.missing', { count: shown.choices.length - shown.answered })
    default:
      return t(`review.${shown.state}`)
  }
}

function Line({ agendaItemId, place, shown }: { agendaItemId: number; place: FormCriterion; shown: ShownBallot }) {
  const { t } = useTranslation('device')
  const { criterion, index } = place
  const choice = shown.choices[index] ?? null
  const words = (
    <>
      <span className={classes.code}>{criterion.code}</span>
      <span className={classes.title} lang="vi">
        {criterion.title}
      </span>
      {choice === null ? (
        <span className={classes.open}>{t('review.notScored')}</span>
      ) : (
        <span className={classes.points}>
          {pointsOf(criterion, choice)}
          <span className="soft">/{criterion.max}</span>
        </span>
      )}
    </>
  )
  if (!shown.canScore) return <span className={classes.line}>{words}</span>
  return (
    <a className={classes.line} href={hashOf({ screen: 'ballot', agendaItemId, row: index })}>
      {words}
    </a>
  )
}

function Foot({ product, form, shown }: { product: DeviceProduct; form: CriteriaSet; shown: ShownBallot }) {
  const { t } = useTranslation('device')
  const desk = useDeviceDesk()
  const { me } = useDesk()
  const [isAsking, setAsking] = useState(false)
  const { agendaItemId, code, productName } = product
  if (!shown.canScore) {
    return (
      <BottomBar>
        <a className="button" data-primary href={hashOf({ screen: 'products' })}>
          {t('review.toList')}
        </a>
      </BottomBar>
    )
  }
  const isComplete = shown.state === 'complete'
  return (
    <BottomBar>
      {isComplete ? (
        <button type="button" className="button" data-primary onClick={() => setAsking(true)}>
          {t('review.submit')}
        </button>
      ) : (
        <a className="button" data-primary href={hashOf({ screen: 'ballot', agendaItemId, row: null })}>
          {t('ballot.nextOpen')}
        </a>
      )}
      {isAsking && (
        <AskDialog
          title={t('review.askTitle')}
          deed={t('review.submit')}
          onDeed={() => {
            setAsking(false)
            desk.submit(agendaItemId)
          }}
          onClose={() => setAsking(false)}
        >
          <p>
            {me?.memberSight === 'own-ballot'
              ? t('review.askTextOwn', { code, name: productName, count: shown.choices.length })
              : t('review.askText', {
                  code,
                  name: productName,
                  total: totalBallot(form, shown.choices).total,
                })}
          </p>
        </AskDialog>
      )}
    </BottomBar>
  )
}
