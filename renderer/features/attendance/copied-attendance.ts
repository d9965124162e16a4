import type { TFunction } from 'i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import type { PastedAttendanceFields } from '../../../shared/domain/pasted-table/attendance-fields.ts'
import type { Spoken } from '../../../shared/domain/pasted-table/spoken.ts'
import { postOfMember } from '../../../shared/domain/session/member-post.ts'
import type { CopiedRows } from '../../components/copied-rows.ts'

/** Who was there from when to when, as cells; at which products not, or why not at all. */
export function copiedAttendance(
  { members, agenda }: Pick<SessionDetail, 'members' | 'agenda'>,
  t: TFunction<'meeting'>,
): CopiedRows {
  const { heads } = spokenAttendance(t)
  const missed = (id: number): string =>
    agenda
      .filter(({ exclusions }) => exclusions.some(({ memberId, kind }) => memberId === id && kind === 'absent'))
      .map(({ code }) => code)
      .join(', ')
  return {
    heads: [
      heads.code,
      heads.name,
      t('councils:member.position'),
      t('attendance.role'),
      heads.present,
      heads.arrivedAt,
      heads.leftAt,
      heads.absenceReason,
    ],
    rows: members.map((member) => [
      member.code,
      member.name,
      postOfMember(member),
      t(`common:role.${member.role}`),
      member.isPresent ? 'x' : '',
      member.arrivedAt,
      member.leftAt,
      member.isPresent ? missed(member.id) : member.absenceReason,
    ]),
  }
}

/** The same table as it is read. */
export function spokenAttendance(t: TFunction<'meeting'>) {
  return {
    heads: {
      code: t('councils:member.code'),
      name: t('councils:member.name'),
      present: t('attendance.present'),
      arrivedAt: t('attendance.arrived'),
      leftAt: t('attendance.left'),
      absenceReason: t('attendance.absences'),
    },
  } satisfies Spoken<PastedAttendanceFields>
}
