import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { CopyTable } from '../../components/CopyTable.tsx'
import { copiedAttendance } from './copied-attendance.ts'

export function CopyAttendance({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('meeting')
  const { heads, rows } = copiedAttendance(session, t)
  return (
    <CopyTable
      title={t('attendance.caption')}
      notes={[t('common:sessionName', { round: session.round, year: session.year })]}
      heads={heads}
      rows={() => rows}
      isCompact
    />
  )
}
