import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { presiding } from '../../../shared/domain/session/presiding.ts'
import type { MemberRecord } from '../../../shared/domain/session/session-record.ts'
import { StateMark } from '../../components/StateMark.tsx'
import classes from './AttendancePage.module.css'

/** Seats filled against seats needed, by which rule, and who presides and takes the minutes. */
export function QuorumPanel({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('meeting')
  const { members, quorum, regulation } = session
  const { numerator, denominator, needsChair } = regulation.quorum
  const secretary = members.find(({ role, isPresent }) => role === 'secretary' && isPresent)
  return (
    <section className={classes.panel} data-testid="quorum" aria-label={t('quorum.label')}>
      <div className={classes.figure} role="status">
        <b>{quorum.present}</b>/{quorum.members}
        <StateMark tone={quorum.isMet ? 'good' : 'attention'}>
          {t(quorum.isMet ? 'quorum.met' : quorum.present < quorum.required ? 'quorum.short' : 'quorum.noChair', {
            count: quorum.required - quorum.present,
          })}
        </StateMark>
      </div>
      <div className={classes.seats} aria-hidden="true">
        {members.map((member, place) => (
          <span
            key={member.id}
            className={classes.seat}
            data-filled={place < quorum.present || undefined}
            data-last-needed={place + 1 === quorum.required || undefined}
          />
        ))}
      </div>
      <div className={classes.rule}>
        {t('quorum.rule', { fraction: `${numerator}/${denominator}`, count: quorum.required, members: quorum.members })}
        {needsChair && ` ${t('quorum.needsChair')}`}
      </div>
      <dl className={classes.chairs}>
        <Officer label={t('quorum.presiding')} member={presiding(members)} none={t('quorum.nobodyPresides')} />
        <Officer label={t('quorum.secretary')} member={secretary} none={t('quorum.noSecretary')} />
      </dl>
    </section>
  )
}

function Officer({ label, member, none }: { label: string; member: MemberRecord | undefined; none: string }) {
  const { t } = useTranslation()
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {member === undefined ? (
          <StateMark tone="attention">{none}</StateMark>
        ) : (
          `${member.name} (${t(`role.${member.role}`)})`
        )}
      </dd>
    </div>
  )
}
