import { Button, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { useRoomEnd, type RoomEnd } from '../../api/live-state.ts'
import { errorText, isFinalRefusal } from '../../api/refusal.ts'
import { speakFor } from '../../api/transport.ts'
import { browserStorage } from '../../api/browser-storage.ts'
import { createKeptActs } from '../../ballot-sync/kept-acts.ts'
import { ErrorScreen } from '../ErrorScreen.tsx'
import classes from './ClerkGate.module.css'

/** No screen for a laptop that the secretary has shut, or whose room is over: it says so in their place. */
export function ClerkGate() {
  const { t } = useTranslation()
  const status = useQuery(orpc.workspace.status.queryOptions())
  const end = useRoomEnd()
  if (end !== null) return <Ended end={end} />
  if (isFinalRefusal(status.error)) return <ShutOut />
  if (status.data !== undefined) {
    speakFor(status.data.operator)
    return <Outlet />
  }
  if (status.error === null) return null
  return <ErrorScreen error={new Error(errorText(status.error, t))} onRetry={() => void status.refetch()} />
}

/** Nothing to go to: the page by which one enters is gone too, and this one comes back by itself with the room. */
function Ended({ end }: { end: RoomEnd }) {
  const { t } = useTranslation('clerk')
  const [kept] = useState(() => createKeptActs(browserStorage()).count())
  return (
    <main className={classes.screen} role="alert">
      <title>{t('title')}</title>
      <Title order={1}>{t(`${end}.title`)}</Title>
      <Text>{t(`${end}.text`)}</Text>
      {kept > 0 && <Text>{t(`${end}.waits`, { count: kept })}</Text>}
    </main>
  )
}

function ShutOut() {
  const { t } = useTranslation('clerk')
  return (
    <main className={classes.screen} role="alert">
      <title>{t('title')}</title>
      <Title order={1}>{t('shut.title')}</Title>
      <Text>{t('shut.text')}</Text>
      <Text>{t('shut.again')}</Text>
      <Button
        renderRoot={({ children, ...props }) => (
          <a href="/" {...props}>
            {children}
          </a>
        )}
        className={classes.deed}
      >
        {t('shut.deed')}
      </Button>
    </main>
  )
}
