import { Button, Group, Text, Title } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ReportButton } from '../components/report/ReportButton.tsx'
import classes from './ErrorScreen.module.css'
import { noteFault } from './note-faults.ts'

/** One plain sentence for a fault that nobody foresaw, with its technical line for whoever helps. */
export function ErrorScreen({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation()
  useEffect(() => noteFault(error), [error])
  return (
    <div className={classes.screen} role="alert">
      <Title order={1}>{t('fault.title')}</Title>
      <Text>{t('fault.text')}</Text>
      <Group gap="sm">
        <Button onClick={onRetry}>{t('fault.retry')}</Button>
        <Button variant="default" onClick={() => window.location.reload()}>
          {t('fault.reload')}
        </Button>
        <ReportButton />
      </Group>
      <details>
        <summary>{t('fault.detail')}</summary>
        <pre className={classes.detail}>{error instanceof Error ? error.message : String(error)}</pre>
      </details>
    </div>
  )
}
