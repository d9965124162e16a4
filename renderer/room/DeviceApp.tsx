import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { browserStorage } from '../api/browser-storage.ts'
import { createKeptActs } from '../ballot-sync/kept-acts.ts'
import { BallotScreen } from './BallotScreen.tsx'
import type { DeviceDesk } from './device-desk.ts'
import { goTo, useDevicePlace } from './device-place.ts'
import { EnterScreen } from './EnterScreen.tsx'
import { FaultBoundary } from './FaultBoundary.tsx'
import { HandedActs } from './HandedActs.tsx'
import { NewAddress, NewAddressDialog, WaitingActs } from './NewAddress.tsx'
import { ProductsScreen } from './ProductsScreen.tsx'
import { ReviewScreen } from './ReviewScreen.tsx'
import { DeskContext, useDesk } from './use-desk.ts'

export function DeviceApp({ desk }: { desk: DeviceDesk }) {
  return (
    <FaultBoundary>
      <DeskContext value={desk}>
        <Screen />
        <NewAddressDialog />
      </DeskContext>
    </FaultBoundary>
  )
}

function Screen() {
  const { phase } = useDesk()
  switch (phase) {
    case 'starting':
      return <Starting />
    case 'off':
    case 'locked':
      return <RoomEnd phase={phase} />
    case 'entering':
      return <EnterScreen />
    case 'inside':
      return (
        <>
          <Inside />
          <HandedActs />
        </>
      )
  }
}

/** A page loaded again while nobody answers: what an earlier one kept on this phone is still there, and is said. */
function Starting() {
  const { t } = useTranslation('device')
  const { isOnline } = useDesk()
  const [kept] = useState(() => createKeptActs(browserStorage()).count())
  return (
    <Words title={t('title')}>
      {t(isOnline ? 'starting' : 'unreachable')} {!isOnline && kept > 0 && t('enter.waits', { count: kept })}
    </Words>
  )
}

/** Why the connection went, and what is still here. */
function RoomEnd({ phase }: { phase: 'off' | 'locked' }) {
  const { t } = useTranslation('device')
  const { waiting } = useDesk()
  return (
    <Words
      title={t(`${phase}.title`)}
      below={
        <>
          <WaitingActs />
          {phase === 'off' && <NewAddress />}
        </>
      }
    >
      {t(`${phase}.text`)} {waiting.length > 0 && t(`${phase}.waits`, { count: waiting.length })}
    </Words>
  )
}

const Words = ({ title, children, below }: { title: string; children: ReactNode; below?: ReactNode }) => (
  <main className="words">
    <h1>{title}</h1>
    <p role="status">{children}</p>
    {below}
  </main>
)

function Inside() {
  const { t } = useTranslation('device')
  const desk = useDesk()
  const place = useDevicePlace()
  const product =
    place.screen === 'products'
      ? undefined
      : desk.me?.products.find(({ agendaItemId }) => agendaItemId === place.agendaItemId)
  const isGone = place.screen !== 'products' && product === undefined
  useEffect(() => {
    // The secretary took the product away, or the member is recused from it now.
    if (isGone) goTo({ screen: 'products' }, { isReplacing: true })
  }, [isGone])
  const form = product === undefined ? undefined : desk.forms.get(product.formKey)
  if (product === undefined || place.screen === 'products') return <ProductsScreen />
  if (form === undefined) return <Words title={product.productName}>{t('ballot.loading')}</Words>
  if (place.screen === 'review') return <ReviewScreen product={product} form={form} />
  return <BallotScreen product={product} form={form} wantedRow={place.row} />
}
