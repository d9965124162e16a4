import { Button, Group, Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../ErrorNote.tsx'
import type { Batch } from './use-batch.ts'

/** How far a batch is, with a way to cancel it; why it failed. */
export function BatchState({ batch: { running, progress, error, cancel } }: { batch: Batch }) {
  const { t } = useTranslation('papers')
  if (running === null) return <ErrorNote error={error} />
  const { done, of, name } = progress ?? { done: 0, of: 1, name: '' }
  return (
    <Group gap="sm" wrap="nowrap" mih={36} role="status" data-testid="batch-progress">
      <Progress value={(done / of) * 100} w={160} aria-label={t('batch.progress')} />
      <span style={{ width: 300, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
        {progress === null ? t('batch.begins') : t('batch.at', { done, of, name })}
      </span>
      <Button variant="default" size="compact-sm" onClick={cancel}>
        {t('common:cancel')}
      </Button>
    </Group>
  )
}
