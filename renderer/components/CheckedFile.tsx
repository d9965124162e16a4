import { useTranslation } from 'react-i18next'
import type { FileCheck } from '../../shared/api/workspace.ts'
import { ProgressLine } from './progress/ProgressLine.tsx'

/** Why a file that was not closed in order takes its time to open, and how far its check is. */
export function CheckedFile({ checking }: { checking: FileCheck | null }) {
  const { t } = useTranslation('start')
  if (checking === null) return null
  return (
    <div role="status" style={{ marginBlock: 12 }}>
      <span>{t('checking')}</span>
      {/* The figures change twice a second: the sentence is enough for who listens. */}
      <ProgressLine label={t('checkingProgress')} percent={checking.percent} isQuiet>
        {checking.part === 0 ? t('checkingBegins') : t('checkingAt', checking)}
      </ProgressLine>
    </div>
  )
}
