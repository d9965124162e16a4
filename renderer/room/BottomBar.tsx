import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { clockTime } from '../components/clock-time.ts'
import { LostActs } from './LostActs.tsx'
import { NewAddress } from './NewAddress.tsx'
import { useDesk } from './use-desk.ts'

/**
 * What to do next, under the thumb. News of the connection comes here as well, in a place of two lines that is kept free above
 * it: nothing moves, so no finger meets another level than the one it was aimed at, and at the page's end none lies under it.
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
      {!isKept && (
        <p className="banner" role="status">
          {t('notKept')}
        </p>
      )}
      <div role="status" className="news">
        {!isOnline && (
          <details className="banner">
            <summary>{t('offline')}</summary>
            <p>{t('offlineMore')}</p>
            <NewAddress />
          </details>
        )}
      </div>
      {children !== undefined && <nav className="foot">{children}</nav>}
    </div>
  )
}
