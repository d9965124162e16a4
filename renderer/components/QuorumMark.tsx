import { useTranslation } from 'react-i18next'
import type { Quorum } from '../../shared/domain/session/session-record.ts'
import { StateMark } from './StateMark.tsx'

/** Whether enough members are present, in numbers. */
export function QuorumMark({ quorum, needsChair }: { quorum: Quorum; needsChair: boolean }) {
  const { t } = useTranslation()
  const { present, members, required, isMet } = quorum
  return (
    <StateMark tone={isMet ? 'good' : 'attention'}>
      {t(isMet ? 'quorum.met' : 'quorum.short', { present, members, required })}
      {needsChair && !quorum.chairPresent && `, ${t('quorum.noChair')}`}
    </StateMark>
  )
}
