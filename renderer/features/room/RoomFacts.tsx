import { useTranslation } from 'react-i18next'
import classes from './RoomPage.module.css'

/** Said plainly: where the room's border is, and what members see. `isEncrypted` is null while the room is off. */
export const RoomFacts = ({ isEncrypted }: { isEncrypted: boolean | null }) => {
  const { t } = useTranslation('room')
  return (
    <aside className={classes.facts}>
      <h2>{t('wifi.title')}</h2>
      <p>{t(isEncrypted === true ? 'wifi.encrypted' : 'wifi.plain')}</p>
      <p>{t('wifi.reach')}</p>
      <h2>{t('sees.title')}</h2>
      <p>{t('sees.own')}</p>
      <p>{t('sees.not')}</p>
    </aside>
  )
}
