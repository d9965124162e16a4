import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import type { ReportClock } from '../../../shared/domain/dossiers/report-clock.ts'
import { StateMark, type StateTone } from '../../components/StateMark.tsx'
import classes from './Registrations.module.css'

/** By when the commune has to issue its report, with the working days that are left or over. */
export function ReportMark({ report }: { report: ReportClock }) {
  const { t } = useTranslation('registrations')
  const { due } = report
  const [year] = due.kind === 'counted' ? due.unannounced : []
  return (
    <>
      <StateMark tone={toneOf(report)} isLong>
        {useWords()(report)}
      </StateMark>
      {year !== undefined && report.state !== 'received' && (
        <div className={classes.soft}>{t('report.about', { year })}</div>
      )}
    </>
  )
}

/** The same with the term and where the law says it. */
export function ReportDue({ report }: { report: ReportClock | null }) {
  const { t } = useTranslation('registrations')
  if (report === null) return null
  const { paper, workingDays: count, from, article } = report
  return (
    <div className={classes.due} role="status">
      <ReportMark report={report} />
      <div className={classes.soft}>{t('report.term', { paper, count, from: formatDate(from), article })}</div>
    </div>
  )
}

function useWords(): (report: ReportClock) => string {
  const { t } = useTranslation('registrations')
  return (report) => {
    const { due } = report
    if (report.state === 'received') {
      const came = report.on === null ? t('report.received') : t('report.receivedOn', { day: formatDate(report.on) })
      return due.kind === 'counted' ? `${came}; ${t('report.wasDue', { day: formatDate(due.date) })}` : came
    }
    if (due.kind === 'no-calendar') return t('report.unknown', { year: due.year })
    const day = formatDate(due.date)
    const count = report.state === 'unknown' || report.left.kind === 'no-calendar' ? 0 : report.left.days
    if (report.state === 'over') return count > 0 ? t('report.over', { day, count }) : t('report.overBare', { day })
    return count > 0 ? t('report.open', { day, count }) : t('report.last', { day })
  }
}

/** When it was issued, the file does not know: one that came late was not issued late for that. */
function toneOf(report: ReportClock): StateTone {
  switch (report.state) {
    case 'received':
      return 'good'
    case 'over':
      return 'wrong'
    case 'open':
      return report.left.kind === 'counted' && report.left.days === 0 ? 'attention' : 'running'
    case 'unknown':
      return 'plain'
  }
}
