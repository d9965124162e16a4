import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../ErrorNote.tsx'
import { NamedProgress } from '../progress/NamedProgress.tsx'
import type { Batch } from './use-batch.ts'

/** How far a batch is, with a way to cancel it; why it failed. */
export function BatchState({ batch: { running, progress, error, cancel } }: { batch: Batch }) {
  const { t } = useTranslation('papers')
  if (running === null) return <ErrorNote error={error} />
  return (
    <NamedProgress progress={progress} label={t('batch.progress')} onCancel={cancel} data-testid="batch-progress" />
  )
}
