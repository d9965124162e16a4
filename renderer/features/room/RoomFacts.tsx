import { useTranslation } from 'react-i18next'
import classes from './RoomPage.module.css'

/** Said plainly: where the room's border is. `isEncrypted` is null while the room is off. */
export const WifiBoundary = ({ isEncrypted }: { isEncrypted: boolean | null }) => {
  const { t } = useTranslation('room')
  return (
    <aside className={classes.facts}>
      <h2>{t('wifi.title')}</h2>
      <p>{t(isEncrypted === true ? 'wifi.encrypted' : 'wifi.plain')}</p>
      <p>{t('wifi.reach')}</p>
    </aside>
  )
}

/** What a member's device is shown, and what it never gets. */
export const MembersSee = () => {
  const { t } = useTranslation('room')
  return (
    <section className={classes.facts}>
      <h2>{t('sees.title')}</h2>
      <p>{t('sees.own')}</p>
      <p>{t('sees.not')}</p>
    </section>
  )
}
