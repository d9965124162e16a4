import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LostActs } from './LostActs.tsx'
import { useDesk } from './use-desk.ts'

/**
 * What to do next, under the thumb. News of the connection comes here as well and grows upwards: nothing above it
 * moves, so no finger meets another level than the one it was aimed at.
 */
export function BottomBar({ children }: { children?: ReactNode }) {
  const { t } = useTranslation('device')
  const { isOnline, isKept } = useDesk()
  return (
    <div className="bottom">
      <LostActs />
      <div role="status">
        {!isOnline && <p className="banner">{t('offline')}</p>}
        {!isKept && <p className="banner">{t('notKept')}</p>}
      </div>
      {children !== undefined && <nav className="foot">{children}</nav>}
    </div>
  )
}
