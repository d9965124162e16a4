import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Deadline } from '../../../shared/api/deadlines.ts'
import type { Today, Unnumbered } from '../../../shared/api/today.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { DeadlineMark, DeadlineName, Lacks, TimeLeft } from '../../components/deadlines/DeadlineParts.tsx'
import { Section } from '../../components/Section.tsx'
import { wholeNumber } from '../../components/whole-number.ts'
import classes from './TodayPage.module.css'

/** Deadlines, certificates and results that somebody is to see to; a part with nothing in it is not there. */
export function Matters({ today: { deadlines, certificates, unnumbered, commitments } }: { today: Today }) {
  const { t } = useTranslation('today')
  return (
    <>
      {deadlines.length > 0 && (
        <Section title={t('deadlines')}>
          <ul className={classes.list}>
            {deadlines.map((deadline) => (
              <DeadlineRow
                key={`${deadline.level}-${deadline.kind}-${deadline.year}-${deadline.round}`}
                deadline={deadline}
              />
            ))}
          </ul>
        </Section>
      )}
      {certificates.length > 0 && (
        <Section title={t('certificates')}>
          <ul className={classes.links}>
            {certificates.map(({ state, count }) => (
              <li key={state}>
                <Link to="/certificates" search={{ state }}>
                  {t(`certificate.${state}`, { count, shown: wholeNumber(count) })}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {commitments.overdue + commitments.soon > 0 && (
        <Section title={t('inspections:today.title')}>
          <Link to="/inspections/commitments">
            {(['overdue', 'soon'] as const)
              .filter((state) => commitments[state] > 0)
              .map((state) =>
                t(`inspections:today.${state}`, { count: commitments[state], shown: wholeNumber(commitments[state]) }),
              )
              .join(' · ')}
          </Link>
        </Section>
      )}
      {unnumbered.length > 0 && (
        <Section title={t('unnumbered')}>
          <ul className={classes.list}>
            {unnumbered.map((session) => (
              <UnnumberedRow key={session.sessionId} session={session} />
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function DeadlineRow({ deadline }: { deadline: Deadline }) {
  const { t } = useTranslation('today')
  return (
    <li className={classes.row}>
      <div className={classes.date}>{t('deadlines:before', { day: formatDate(deadline.before) })}</div>
      <div className={classes.deadline}>
        <div>
          <DeadlineName deadline={deadline} />
        </div>
        <div>
          <DeadlineMark state={deadline.state} />
          <div className={classes.soft}>
            <TimeLeft deadline={deadline} />
          </div>
        </div>
        <Lacks deadline={deadline} />
      </div>
    </li>
  )
}

function UnnumberedRow({ session }: { session: Unnumbered }) {
  const { t } = useTranslation('today')
  const { sessionId, councilName, round, year, heldOn, papers, certificates } = session
  const names = papers.map((kind) => t(`documents:kind.${kind}`)).join(', ')
  return (
    <li className={classes.row}>
      <div className={classes.date}>{formatDate(heldOn)}</div>
      <div className={classes.body}>
        <Link to="/sessions/$sessionId/documents" params={{ sessionId }} className={classes.name}>
          {councilName}, {t('common:sessionName', { round, year })}
        </Link>
        {papers.length > 0 && <div className={classes.soft}>{t('papers', { papers: names })}</div>}
        {certificates > 0 && (
          <div className={classes.soft}>
            {t('uncertified', { count: certificates, shown: wholeNumber(certificates) })}
          </div>
        )}
      </div>
    </li>
  )
}
