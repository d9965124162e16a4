import { Button, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { speakFor } from '../../api/transport.ts'
import { errorText, isFinalRefusal } from '../../api/refusal.ts'
import { ErrorScreen } from '../ErrorScreen.tsx'
import classes from './ClerkGate.module.css'

/** No screen for a laptop that the secretary has shut: it says so in their place, and how to come back. */
export function ClerkGate() {
  const { t } = useTranslation()
  const status = useQuery(orpc.workspace.status.queryOptions())
  if (isFinalRefusal(status.error)) return <ShutOut />
  if (status.data !== undefined) {
    speakFor(status.data.operator)
    return <Outlet />
  }
  if (status.error === null) return null
  return <ErrorScreen error={new Error(errorText(status.error, t))} onRetry={() => void status.refetch()} />
}

function ShutOut() {
  const { t } = useTranslation('clerk')
  return (
    <main className={classes.screen} role="alert">
      <title>{t('title')}</title>
      <Title order={1}>{t('shut.title')}</Title>
      <Text>{t('shut.text')}</Text>
      <Text>{t('shut.again')}</Text>
      <Button component="a" href="/" className={classes.deed}>
        {t('shut.deed')}
      </Button>
    </main>
  )
}
