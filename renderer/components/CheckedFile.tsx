import { Group, Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FileCheck } from '../../shared/api/workspace.ts'

/** Why a file that was not closed in order takes its time to open, and how far its check is. */
export function CheckedFile({ checking }: { checking: FileCheck | null }) {
  const { t } = useTranslation('start')
  if (checking === null) return null
  return (
    <Group gap="sm" my={12} role="status">
      <span>{t('checking')}</span>
      <Progress value={checking.percent} w={160} aria-label={t('checkingProgress')} />
      {/* The figures change twice a second: the sentence is enough for who listens. */}
      <span aria-hidden>{checking.part === 0 ? t('checkingBegins') : t('checkingAt', checking)}</span>
    </Group>
  )
}
