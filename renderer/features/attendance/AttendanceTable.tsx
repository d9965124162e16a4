import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { Keycaps } from '../../components/Keycaps.tsx'
import classes from './AttendancePage.module.css'
import { AttendanceRow } from './AttendanceRow.tsx'

type Props = {
  session: SessionDetail
  canChange: boolean
  onAbsences: (memberId: number) => void
}

/** One line a member, in the council's order; each cell saves itself. */
export function AttendanceTable({ session, canChange, onAbsences }: Props) {
  const { t } = useTranslation('meeting')
  return (
    <>
      <div className={classes.scroll}>
        <table className={classes.table} data-testid="attendance">
          <caption className="visually-hidden">{t('attendance.caption')}</caption>
          <thead>
            <tr>
              <th scope="col" className={classes.present}>
                {t('attendance.present')}
              </th>
              <th scope="col">{t('attendance.member')}</th>
              <th scope="col" className={classes.role}>
                {t('attendance.role')}
              </th>
              <th scope="col" className={classes.time}>
                {t('attendance.arrived')}
              </th>
              <th scope="col" className={classes.time}>
                {t('attendance.left')}
              </th>
              <th scope="col" className={classes.absences}>
                {t('attendance.absences')}
              </th>
            </tr>
          </thead>
          <tbody>
            {session.members.map((member) => (
              <AttendanceRow
                key={member.id}
                session={session}
                member={member}
                canChange={canChange}
                onAbsences={() => onAbsences(member.id)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {canChange && (
        <p className={classes.hint}>
          <Keycaps shortcut="arrowup" /> <Keycaps shortcut="arrowdown" /> {t('attendance.moveHint')}
        </p>
      )}
    </>
  )
}
