import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ClockDeadline, Deadline } from '../../../shared/api/deadlines.ts'
import type { Today, UncertifiedRound, Unnumbered } from '../../../shared/api/today.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { ClockLacks, ClockName } from '../../components/deadlines/ClockParts.tsx'
import { DeadlineMark, DeadlineName, Lacks, TimeLeft } from '../../components/deadlines/DeadlineParts.tsx'
import { Section } from '../../components/Section.tsx'
import { wholeNumber } from '../../components/whole-number.ts'
import classes from './TodayPage.module.css'

/** Deadlines, certificates and results that somebody is to see to; a part with nothing in it is not there. */
export function Matters({
  today: { deadlines, clocks, certificates, unnumbered, uncertified, commitments },
}: {
  today: Today
}) {
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
      {clocks.length > 0 && (
        <Section title={t('deadlines:clock.title')}>
          <ul className={classes.list}>
            {clocks.map((clock) => (
              <ClockRow key={`${clock.kind}-${clock.lastDay}-${clock.round}`} clock={clock} />
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
      {unnumbered.length + uncertified.length > 0 && (
        <Section title={t('unnumbered')}>
          <ul className={classes.list}>
            {unnumbered.map((session) => (
              <UnnumberedRow key={session.sessionId} session={session} />
            ))}
            {uncertified.map((round) => (
              <UncertifiedRow key={round.roundId} round={round} />
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function ClockRow({ clock }: { clock: ClockDeadline }) {
  return (
    <li className={classes.row}>
      <div className={classes.date}>{formatDate(clock.lastDay)}</div>
      <div className={classes.deadline}>
        <div>
          <ClockName clock={clock} />
        </div>
        <div>
          <DeadlineMark state={clock.state} />
          <div className={classes.soft}>
            <TimeLeft deadline={clock} />
          </div>
        </div>
        <ClockLacks clock={clock} />
      </div>
    </li>
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

function UncertifiedRow({
  round: { roundId, round, councilName, decidedOn, certificates },
}: {
  round: UncertifiedRound
}) {
  const { t } = useTranslation('today')
  return (
    <li className={classes.row}>
      <div className={classes.date}>{formatDate(decidedOn)}</div>
      <div className={classes.body}>
        <Link to="/opinions/$roundId" params={{ roundId }} className={classes.name}>
          {councilName}, {t('deadlines:clock.round', { round })}
        </Link>
        <div className={classes.soft}>
          {t('uncertified', { count: certificates, shown: wholeNumber(certificates) })}
        </div>
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
