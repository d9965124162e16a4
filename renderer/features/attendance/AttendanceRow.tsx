import { Checkbox } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { postOfMember } from '../../../shared/domain/session/member-post.ts'
import type { MemberRecord } from '../../../shared/domain/session/session-record.ts'
import { orpc } from '../../api/client.ts'
import { SavedText } from '../../components/fields/SavedFields.tsx'
import { useSavedChoice } from '../../components/fields/use-saved-choice.ts'
import { goAlongColumn } from '../../components/row-order/go-along-column.ts'
import { afterTyping } from './after-typing.ts'
import classes from './AttendancePage.module.css'
import { AttendanceTime } from './AttendanceTime.tsx'
import { isLate } from './is-late.ts'

type AttendanceRowProps = {
  session: SessionDetail
  member: MemberRecord
  canChange: boolean
  onAbsences: () => void
}

/** One member: there or not, from when to when, and at which products not, which is asked of who comes late. */
export function AttendanceRow({ session, member, canChange, onAbsences }: AttendanceRowProps) {
  const { t } = useTranslation('meeting')
  const save = useMutation(orpc.sessions.setAttendance.mutationOptions({ scope: { id: `member-${member.id}` } }))
  const { id, code, isPresent, arrivedAt, leftAt } = member
  const write = (change: {
    isPresent?: boolean
    arrivedAt?: string | null
    leftAt?: string | null
    absenceReason?: string
  }) => save.mutateAsync({ sessionId: session.id, memberId: id, ...change })
  const askMissed = (arrived: string | null): void => {
    if (!isLate(session, id, arrived)) return
    const isArrival = ({ dataset, parentElement }: HTMLElement): boolean =>
      dataset['column'] === 'arrivedAt' && parentElement?.closest('tr')?.dataset['member'] === code
    afterTyping(isArrival, onAbsences)
  }
  const presence = useSavedChoice({
    value: isPresent,
    // An absent member has no times.
    save: async (next) => {
      await write(next ? { isPresent: true } : { isPresent: false, arrivedAt: null, leftAt: null })
      if (next) askMissed(null)
    },
  })
  const time = (end: 'arrivedAt' | 'leftAt') => ({
    end,
    arrivedAt,
    leftAt,
    isReadOnly: !canChange,
    'aria-label': t(`attendance.timeOf.${end}`, { code }),
    // A time means that the member was present.
    save: async (value: string | null) => {
      await write({ ...(value !== null && { isPresent: true }), [end]: value })
      if (end === 'arrivedAt' && value !== null) askMissed(value)
    },
  })
  return (
    <>
      <tr data-member={code} data-absent={isPresent ? undefined : true} onKeyDown={goAlongColumn}>
        <td className={classes.present}>
          <Checkbox
            aria-label={t('attendance.presentOf', { code, name: member.name })}
            data-column="present"
            checked={presence.shown}
            disabled={!canChange}
            onChange={(event) => presence.choose(event.currentTarget.checked)}
          />
        </td>
        <td>
          <b>{code}</b> {member.name}
          <span className={classes.soft}>{postOfMember(member)}</span>
        </td>
        <td>{t(`common:role.${member.role}`)}</td>
        <td>
          <AttendanceTime {...time('arrivedAt')} />
        </td>
        <td>
          <AttendanceTime {...time('leftAt')} />
        </td>
        <td>
          {presence.shown ? (
            <Absences session={session} member={member} canChange={canChange} onOpen={onAbsences} />
          ) : (
            <SavedText
              size="xs"
              aria-label={t('attendance.reasonOf', { code })}
              placeholder={canChange ? t('attendance.reason') : ''}
              value={member.absenceReason}
              isReason
              save={(absenceReason) => write({ absenceReason })}
              isReadOnly={!canChange}
            />
          )}
        </td>
      </tr>
      {presence.problem !== null && (
        <tr>
          <td colSpan={6} className={classes.problem}>
            <span role="alert">{presence.problem}</span>
          </td>
        </tr>
      )}
    </>
  )
}

type AbsencesProps = {
  session: SessionDetail
  member: MemberRecord
  canChange: boolean
  onOpen: () => void
}

function Absences({ session, member, canChange, onOpen }: AbsencesProps) {
  const { t } = useTranslation('meeting')
  const codes = session.agenda
    .filter(({ exclusions }) => exclusions.some(({ memberId, kind }) => memberId === member.id && kind === 'absent'))
    .map(({ code }) => code)
  if (session.agenda.length === 0 || (!canChange && codes.length === 0)) return null
  return (
    <button
      type="button"
      className={classes.open}
      data-column="absences"
      data-none={codes.length === 0 || undefined}
      onClick={onOpen}
    >
      <span className="visually-hidden">{member.code}: </span>
      {codes.length === 0
        ? t('attendance.noAbsence')
        : t('attendance.absentAt', { count: codes.length, codes: listed(codes) })}
    </button>
  )
}

/** As many codes as fit the column. */
const listed = (codes: readonly string[]): string =>
  codes.length <= 3 ? codes.join(', ') : `${codes.slice(0, 2).join(', ')}, …`
