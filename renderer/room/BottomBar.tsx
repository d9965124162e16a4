import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { clockTime } from '../components/clock-time.ts'
import { LostActs } from './LostActs.tsx'
import { NewAddress } from './NewAddress.tsx'
import { useDesk } from './use-desk.ts'

/**
 * What to do next, under the thumb. News of the connection comes here as well and grows upwards: nothing above it
 * moves, so no finger meets another level than the one it was aimed at.
 */
export function BottomBar({ children }: { children?: ReactNode }) {
  const { t } = useTranslation('device')
  const { isOnline, isKept, me } = useDesk()
  const alert = me?.alerts.at(-1)
  return (
    <div className="bottom">
      <LostActs />
      {alert !== undefined && (
        <p className="banner" role="alert">
          {t(alert.isOwn ? 'alert.moved' : 'alert.refused', {
            address: alert.address,
            time: clockTime(alert.at).slice(0, 5),
          })}
        </p>
      )}
      <div role="status">
        {!isOnline && <p className="banner">{t('offline')}</p>}
        {!isOnline && <NewAddress />}
        {!isKept && <p className="banner">{t('notKept')}</p>}
      </div>
      {children !== undefined && <nav className="foot">{children}</nav>}
    </div>
  )
}
