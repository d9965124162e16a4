import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { postOfMember } from '../../../shared/domain/session/member-post.ts'
import type { MemberRecord } from '../../../shared/domain/session/session-record.ts'
import type { CopiedCell } from '../../components/copied-cells.ts'
import { CopyTable } from '../../components/CopyTable.tsx'

/** Who was there from when to when, as cells; at which products not, or why not at all. */
export function CopyAttendance({ session: { round, year, members, agenda } }: { session: SessionDetail }) {
  const { t } = useTranslation('meeting')
  const missed = (id: number): string =>
    agenda
      .filter(({ exclusions }) => exclusions.some(({ memberId, kind }) => memberId === id && kind === 'absent'))
      .map(({ code }) => code)
      .join(', ')
  const cellsOf = (member: MemberRecord): readonly CopiedCell[] => [
    member.code,
    member.name,
    postOfMember(member),
    t(`common:role.${member.role}`),
    member.isPresent ? 'x' : '',
    member.arrivedAt,
    member.leftAt,
    member.isPresent ? missed(member.id) : member.absenceReason,
  ]
  return (
    <CopyTable
      title={t('attendance.caption')}
      notes={[t('common:sessionName', { round, year })]}
      heads={[
        t('councils:member.code'),
        t('councils:member.name'),
        t('councils:member.position'),
        t('attendance.role'),
        t('attendance.present'),
        t('attendance.arrived'),
        t('attendance.left'),
        t('attendance.absences'),
      ]}
      rows={() => members.map(cellsOf)}
      isCompact
    />
  )
}
