import { useTranslation } from 'react-i18next'
import { ProgressLine } from './ProgressLine.tsx'
import type { Progress } from './use-progress.ts'

type Props = {
  readonly progress: Progress<{ readonly done: number; readonly of: number; readonly name: string }>
  readonly label: string
  readonly onCancel: () => void
  readonly 'data-testid': string
}

/** Of files that are made one after the other: how many are, and the last one's name. */
export function NamedProgress({ progress, ...line }: Props) {
  const { t } = useTranslation()
  if (progress === null) {
    return (
      <ProgressLine percent={0} {...line}>
        {t('progress.begins')}
      </ProgressLine>
    )
  }
  const { done, of, name } = progress.event
  return (
    <ProgressLine percent={(done / of) * 100} left={progress.left} {...line}>
      {t('progress.at', { done, of, name })}
    </ProgressLine>
  )
}
