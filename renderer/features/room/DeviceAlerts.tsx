import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DeviceAlert } from '../../../shared/api/room.ts'
import { orpc } from '../../api/client.ts'
import { clockTime } from '../../components/clock-time.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import classes from './RoomPage.module.css'

/** A token that was used from a new address: one click shuts that device out, another says that it is known. */
export function DeviceAlerts({ alerts }: { alerts: readonly DeviceAlert[] }) {
  const { t } = useTranslation('room')
  const shut = useMutation(orpc.room.shutDevice.mutationOptions())
  const dismiss = useMutation(orpc.room.dismissAlerts.mutationOptions())
  const devices = [...new Set(alerts.map(({ deviceId }) => deviceId))]
  return devices.map((deviceId) => (
    <div key={deviceId} className={classes.alert} role="alert">
      {alerts
        .filter((alert) => alert.deviceId === deviceId)
        .map(({ address, at, isOwn }) => (
          <p key={`${address} ${isOwn}`}>
            {t(isOwn ? 'alert.moved' : 'alert.refused', { address, time: clockTime(at).slice(0, 5) })}
          </p>
        ))}
      <div className={classes.row}>
        <Button size="compact-sm" variant="default" onClick={() => shut.mutate({ deviceId })}>
          {t('alert.shut')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => dismiss.mutate({ deviceId })}>
          {t('alert.known')}
        </Button>
      </div>
      <ErrorNote error={shut.error ?? dismiss.error} />
    </div>
  ))
}
