import { Button, Group, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './ErrorScreen.module.css'

/** One plain sentence for a fault that nobody foresaw, with its technical line for whoever helps. */
export function ErrorScreen({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <div className={classes.screen} role="alert">
      <Title order={1}>{t('fault.title')}</Title>
      <Text>{t('fault.text')}</Text>
      <Group gap="sm">
        <Button onClick={onRetry}>{t('fault.retry')}</Button>
        <Button variant="default" onClick={() => window.location.reload()}>
          {t('fault.reload')}
        </Button>
      </Group>
      <details>
        <summary>{t('fault.detail')}</summary>
        <pre className={classes.detail}>{error instanceof Error ? error.message : String(error)}</pre>
      </details>
    </div>
  )
}
