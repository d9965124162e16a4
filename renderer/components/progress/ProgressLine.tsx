import { Button, Progress } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimeLeft } from '../../../shared/domain/progress/time-left.ts'
import classes from './ProgressLine.module.css'

type Props = {
  /** What goes on, for who hears the page. */
  readonly label: string
  readonly percent: number
  /** How far it is, in words. */
  readonly children: ReactNode
  /** Null where nobody knows. */
  readonly left?: TimeLeft | null
  /** Left out where it cannot be stopped. */
  readonly onCancel?: () => void
  /** Where stopping takes nothing back. */
  readonly cancelLabel?: string
  /** Figures that change too often to be read out. */
  readonly isQuiet?: boolean
  readonly 'data-testid'?: string
}

/** How far something is, how long it still takes, and a way to stop it. */
export function ProgressLine({
  label,
  percent,
  children,
  left = null,
  onCancel,
  cancelLabel,
  isQuiet = false,
  ...rest
}: Props) {
  const { t } = useTranslation()
  return (
    <div className={classes.line} role={isQuiet ? undefined : 'status'} {...rest}>
      <Progress className={classes.bar} value={percent} aria-label={label} />
      <span className={classes.words} aria-hidden={isQuiet || undefined}>
        {children}
      </span>
      {/* It changes with each word of the work: who listens hears how far it is, which says as much. */}
      {left !== null && (
        <span className={classes.left} aria-hidden="true">
          {t(`timeLeft.${left.unit}`, 'count' in left ? { count: left.count } : {})}
        </span>
      )}
      {onCancel !== undefined && (
        <Button variant="default" size="compact-sm" onClick={onCancel}>
          {cancelLabel ?? t('cancel')}
        </Button>
      )}
    </div>
  )
}
