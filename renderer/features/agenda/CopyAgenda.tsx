import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { CopyTable } from '../../components/CopyTable.tsx'
import { copiedAgenda } from './copied-agenda.ts'

export function CopyAgenda({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('meeting')
  const { heads, rows } = copiedAgenda(session, t)
  return (
    <CopyTable
      title={t('agenda.caption')}
      notes={[t('common:sessionName', { round: session.round, year: session.year })]}
      heads={heads}
      rows={() => rows}
      isCompact
    />
  )
}
