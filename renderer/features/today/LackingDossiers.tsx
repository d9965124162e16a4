import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Section } from '../../components/Section.tsx'
import { wholeNumber } from '../../components/whole-number.ts'
import classes from './TodayPage.module.css'

const most = 5

/** Dossiers of this year and the last that are not complete, the nearest meeting first; not there where none is. */
export function LackingDossiers() {
  const { t } = useTranslation('registrations')
  const { data, error } = useQuery(orpc.registrations.lacking.queryOptions({ input: { most } }))
  if (data === undefined || data.years.length === 0) return <ErrorNote error={error} />
  const { years, rows } = data
  return (
    <Section title={t('today.title')}>
      <ul className={classes.links}>
        {rows.map(({ id, year, productName, meetingOn }) => (
          <li key={id}>
            <Link to="/registrations" search={{ year, open: id }}>
              {productName}
            </Link>
            {meetingOn !== null && (
              <span className={classes.soft}> · {t('meets', { day: formatDate(meetingOn) })}</span>
            )}
          </li>
        ))}
        {years.map(({ year, count }) => (
          <li key={year}>
            <Link to="/registrations" search={{ year }}>
              {t('today.count', { count, year, shown: wholeNumber(count) })}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
