import { useTranslation } from 'react-i18next'
import { StateMark } from '../../components/StateMark.tsx'
import type { DeviceAlert, WrongTries } from '../../../shared/api/room.ts'
import { DeviceAlerts } from './DeviceAlerts.tsx'
import { memberState } from './member-state.ts'
import classes from './RoomPage.module.css'

/** Where a member or clerk stands with the room, and who tried their code without knowing it. */
export function HolderState({
  holder,
}: {
  holder: Parameters<typeof memberState>[0] & {
    readonly wrongTries: WrongTries
    readonly alerts: readonly DeviceAlert[]
  }
}) {
  const { t } = useTranslation('room')
  const { key, tone, count } = memberState(holder)
  return (
    <>
      <StateMark tone={tone}>{t(`state.${key}`, { count })}</StateMark>
      {holder.wrongTries.map((tries) => (
        <div key={tries.address} className={classes.tries}>
          {t('state.wrongFrom', tries)}
        </div>
      ))}
      <DeviceAlerts alerts={holder.alerts} />
    </>
  )
}
