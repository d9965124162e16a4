import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import classes from './RoomPage.module.css'

export type RoomEncryption = 'none' | 'office' | 'made'

/** Said plainly: where the room's border is. */
export function WifiBoundary({ encryption }: { encryption: RoomEncryption }) {
  const { t } = useTranslation('room')
  return (
    <aside className={classes.facts}>
      <h2>{t('wifi.title')}</h2>
      <p>{t(`wifi.${encryption}`)}</p>
      <p>{t('wifi.reach')}</p>
    </aside>
  )
}

/** What a member's device is shown by the session's regulations, and what it never gets. */
export function MembersSee({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('room')
  return (
    <section className={classes.facts}>
      <h2>{t('sees.title')}</h2>
      <p>{t('sees.own')}</p>
      <p>{t(`sees.by.${session.regulation.memberSight}`)}</p>
      <p>{t('sees.not')}</p>
      <p>
        <Link to="/sessions/$sessionId/facts" params={{ sessionId: session.id }}>
          {t('sees.change')}
        </Link>
      </p>
    </section>
  )
}
