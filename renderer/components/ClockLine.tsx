import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../api/client.ts'
import { dateAndTime } from './clock-time.ts'
import { Icon } from './Icon.tsx'
import classes from './ReadOnlyBanner.module.css'

/** Says that this machine's clock cannot be right: what is dated by it would be wrong. */
export function ClockLine() {
  const { t } = useTranslation()
  const behind = useQuery(orpc.workspace.status.queryOptions()).data?.clockBehind ?? null
  if (behind === null) return null
  return (
    <div className={classes.banner} role="alert" data-testid="clock-behind">
      <Icon name="warning" size={16} />
      <span className={classes.text}>
        {t('clockBehind', { now: dateAndTime(behind.now), latest: dateAndTime(behind.latest) })}
      </span>
    </div>
  )
}
