import { Button } from '@mantine/core'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../shared/domain/calendar/format-date.ts'
import { orpc } from '../api/client.ts'
import classes from './CommuneNote.module.css'
import { StateMark } from './StateMark.tsx'
import { useSettled } from './use-settled.ts'

type Place = { readonly commune: string; readonly district: string }

type Props = Place & {
  /** Who stands there now: its own spelling is no example. */
  readonly producerId?: number
  /** What was meant, one press away. Left out: it is only told. */
  readonly onTake?: (place: Place) => void
}

const typingPauseMs = 300

/** What may be meant by a commune that is typed, and which one it is today. It keeps nobody from going on. */
export function CommuneNote({ commune, district, producerId, onTake }: Props) {
  const { t } = useTranslation('communes')
  const asked = useSettled({ commune, district }, typingPauseMs)
  const { data } = useQuery(
    orpc.communes.check.queryOptions({
      input:
        asked.commune.trim() === ''
          ? skipToken
          : { ...asked, ...(producerId !== undefined && { exceptProducerId: producerId }) },
      placeholderData: keepPreviousData,
    }),
  )
  if (asked.commune.trim() === '' || data === undefined) return null
  const { near, now, later } = data
  if (near.length === 0 && now === null && later === null) return null
  return (
    <div role="status" aria-label={t('check.label')} className={classes.notes}>
      {near.length > 0 && (
        <div className={classes.note}>
          <StateMark tone="attention" isLong>
            {t('check.meant')}
          </StateMark>
          {near.map((one) =>
            onTake === undefined ? (
              <span key={`${one.commune}|${one.district}`}>{one.commune}</span>
            ) : (
              <Button
                key={`${one.commune}|${one.district}`}
                size="compact-sm"
                variant="default"
                onClick={() => onTake({ commune: one.commune, district: district === '' ? '' : one.district })}
              >
                {one.commune}
              </Button>
            ),
          )}
        </div>
      )}
      {now !== null && (
        <div className={classes.note}>
          <span className={classes.soft}>{t('check.now', { commune: now })}</span>
          {onTake !== undefined && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => onTake({ commune: now ?? commune, district: '' })}
            >
              {t('check.takeNow')}
            </Button>
          )}
        </div>
      )}
      {later !== null && (
        <span className={classes.soft}>
          {t('check.later', { day: formatDate(later.fromDay), commune: later.commune })}
        </span>
      )}
    </div>
  )
}
