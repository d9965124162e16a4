import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceProduct } from '../../shared/api/room-device.ts'
import { formatDate } from '../../shared/domain/calendar/format-date.ts'
import { AskDialog } from './AskDialog.tsx'
import { BottomBar } from './BottomBar.tsx'
import { lastSaved } from './desk-state.ts'
import { goTo, hashOf } from './device-place.ts'
import classes from './ProductsScreen.module.css'
import { ResultLine } from './RevealedResult.tsx'
import { SaveLine } from './SaveLine.tsx'
import { countSent, shownBallot, type ShownBallot, type ShownState } from './shown-ballot.ts'
import { useStepping } from './use-stepping.ts'
import { useDesk, useDeviceDesk } from './use-desk.ts'

/** The member's own products in agenda order, with how far each ballot is. */
export function ProductsScreen() {
  const { t } = useTranslation('device')
  const desk = useDesk()
  const { me, waiting } = desk
  if (me === null) return null
  const lines = me.products.map((product) => ({ product, shown: shownBallot(product, desk) }))
  const { councilName, round, year, heldOn } = me.session
  return (
    <main className="page">
      <header className={classes.head}>
        <p className="soft">
          {councilName} · {t('common:sessionName', { round, year })} · {formatDate(heldOn)}
        </p>
        <p className={classes.who}>
          {t('enter.seat', { seat: me.seat })} · {me.memberName}
        </p>
        <h1>{t('products.title')}</h1>
        <p className={classes.sum}>
          <span>{t('products.done', countSent(lines))}</span>
          <SaveLine waiting={waiting.length} savedAt={lastSaved(desk)} />
        </p>
      </header>
      {lines.length === 0 && <p className={classes.empty}>{t('products.empty')}</p>}
      <ol className={classes.list}>
        {lines.map(({ product, shown }) => (
          <li key={product.agendaItemId}>
            <Line product={product} shown={shown} />
          </li>
        ))}
      </ol>
      <Stepping />
      <Leave waiting={waiting.length} />
      <BottomBar />
    </main>
  )
}

function Line({ product, shown }: { product: DeviceProduct; shown: ShownBallot }) {
  const { t } = useTranslation('device')
  const { agendaItemId, code, productName, producerName, result, isRejected } = product
  const place =
    shown.state === 'none' || shown.state === 'draft'
      ? ({ screen: 'ballot', agendaItemId, row: null } as const)
      : ({ screen: 'review', agendaItemId } as const)
  return (
    <a className={classes.line} href={hashOf(place)} data-state={shown.state}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        {shapes[shown.state]}
      </svg>
      <span className={classes.words}>
        <span className={classes.name}>{productName}</span>
        <span className="soft">
          {code} · {producerName}
        </span>
        <span className={classes.state}>
          {t(`state.${shown.state}`, { answered: shown.answered, count: shown.choices.length })}
          {shown.saved.round > 1 && ` · ${t('round', { round: shown.saved.round })}`}
        </span>
        {result !== null && !isRejected && <ResultLine result={result} />}
      </span>
    </a>
  )
}

const ring = <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" />
const half = (
  <>
    {ring}
    <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
  </>
)
const cross = <path d="m4 4 8 8M12 4l-8 8" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
const shapes: Readonly<Record<ShownState, React.ReactNode>> = {
  none: ring,
  draft: half,
  complete: <circle cx="8" cy="8" r="7" fill="currentColor" />,
  sending: <path d="M8 14V3M3 8l5-5 5 5" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
  submitted: <path d="m2 8.5 4 4 8-9" fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />,
  absent: cross,
  rejected: cross,
}

function Stepping() {
  const { t } = useTranslation('device')
  const [isStepping, setStepping] = useStepping()
  return (
    <label className={classes.stepping}>
      <input type="checkbox" checked={isStepping} onChange={(event) => setStepping(event.currentTarget.checked)} />
      {t('products.stepping')}
    </label>
  )
}

function Leave({ waiting }: { waiting: number }) {
  const { t } = useTranslation('device')
  const desk = useDeviceDesk()
  const [isAsking, setAsking] = useState(false)
  return (
    <footer className={classes.leave}>
      <button type="button" className="button" onClick={() => setAsking(true)}>
        {t('products.leave')}
      </button>
      {isAsking && (
        <AskDialog
          title={t('products.leave')}
          deed={t('products.leaveDeed')}
          onDeed={() => {
            setAsking(false)
            // Without an answer the device is still in the room, and says that it is offline.
            void desk.leave().then(
              () => goTo({ screen: 'products' }),
              () => {},
            )
          }}
          onClose={() => setAsking(false)}
        >
          <p>
            {t('products.leaveText')} {waiting > 0 && t('products.leaveWaiting', { count: waiting })}
          </p>
        </AskDialog>
      )}
    </footer>
  )
}
