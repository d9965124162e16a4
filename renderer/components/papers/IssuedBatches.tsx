import { Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { IssuedBatch } from '../../../shared/api/issued-papers.ts'
import { IssuedState, ReopenedMark } from './IssuedState.tsx'

/** What was numbered at once and is kept as one file, batch by batch. */
export function IssuedBatches({ batches }: { batches: readonly IssuedBatch[] }) {
  const { t } = useTranslation('papers')
  if (batches.length === 0) return null
  return (
    <ul style={{ margin: 0, paddingInlineStart: 20 }} aria-label={t('issued.batches')} data-testid="issued-batches">
      {batches.map((batch) => (
        <li key={batch.seq}>
          <Group gap="sm">
            <span>{t('issued.batch', { count: batch.count, from: batch.from, to: batch.to })}</span>
            <IssuedState issued={batch} canSave />
            <ReopenedMark at={batch.reopenedAt} />
          </Group>
        </li>
      ))}
    </ul>
  )
}
