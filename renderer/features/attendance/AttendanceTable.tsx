import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { Keycaps } from '../../components/Keycaps.tsx'
import { PasteButton } from '../../components/paste/PasteButton.tsx'
import { Table } from '../../components/Table.tsx'
import { TableLine } from '../../components/TableLine.tsx'
import classes from './AttendancePage.module.css'
import { AttendanceRow } from './AttendanceRow.tsx'
import { CopyAttendance } from './CopyAttendance.tsx'

type Props = {
  session: SessionDetail
  canChange: boolean
  onAbsences: (memberId: number) => void
  onPaste: () => void
}

/** One line a member, in the council's order; each cell saves itself. */
export function AttendanceTable({ session, canChange, onAbsences, onPaste }: Props) {
  const { t } = useTranslation('meeting')
  return (
    <>
      <div>
        <TableLine>
          {canChange && <PasteButton onClick={onPaste} />}
          <CopyAttendance session={session} />
        </TableLine>
        <Table
          caption={t('attendance.caption')}
          heads={widths.map(([key, width]) => ({ key, width, head: t(`attendance.${key}`) }))}
          minWidth="860px"
          className={classes.table}
          data-testid="attendance"
        >
          {session.members.map((member) => (
            <AttendanceRow
              key={member.id}
              session={session}
              member={member}
              canChange={canChange}
              onAbsences={() => onAbsences(member.id)}
            />
          ))}
        </Table>
      </div>
      {canChange && (
        <p className={classes.hint}>
          <Keycaps shortcut="arrowup" /> <Keycaps shortcut="arrowdown" /> {t('attendance.moveHint')}
        </p>
      )}
    </>
  )
}

const widths = [
  ['present', '88px'],
  ['member', 'auto'],
  ['role', '116px'],
  ['arrived', '116px'],
  ['left', '116px'],
  ['absences', '232px'],
] as const
