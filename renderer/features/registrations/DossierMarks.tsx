import { useTranslation } from 'react-i18next'
import type { RegistrationList, RegistrationRow } from '../../../shared/api/registrations.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { StateMark, type StateTone } from '../../components/StateMark.tsx'
import classes from './Registrations.module.css'

export const dossierTones: Readonly<Record<RegistrationRow['status'], StateTone>> = {
  unchecked: 'plain',
  complete: 'good',
  incomplete: 'attention',
}

const mostNamed = 3

/** How a dossier stands, with names of what lacks and of what ends too early. */
export function DossierMarks({
  registration: { status, lacking, expired, withdrawnOn, meetingOn },
  items,
}: {
  registration: RegistrationRow
  items: RegistrationList['items']
}) {
  const { t } = useTranslation('registrations')
  const nameOf = (key: string) => items.find((item) => item.key === key)?.name ?? key
  const listed = (keys: readonly string[]) => {
    const rest = keys.length - mostNamed
    const named = keys.slice(0, rest === 1 ? keys.length : mostNamed).map(nameOf)
    return rest > 1 ? [...named, t('more', { count: rest })].join('; ') : named.join('; ')
  }
  if (withdrawnOn !== null)
    return <StateMark tone="plain">{t('withdrawnOn', { day: formatDate(withdrawnOn) })}</StateMark>
  return (
    <div className={classes.marks}>
      <StateMark tone={dossierTones[status]}>{t(`state.${status}`)}</StateMark>
      {status === 'incomplete' && <div className={classes.soft}>{t('lacks', { items: listed(lacking) })}</div>}
      {expired.length > 0 && (
        <StateMark tone="attention" isLong>
          {t(meetingOn === null ? 'ended' : 'ends', { items: listed(expired) })}
        </StateMark>
      )}
    </div>
  )
}
