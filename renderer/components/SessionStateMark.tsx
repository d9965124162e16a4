import { useTranslation } from 'react-i18next'
import type { SessionState } from '../../shared/domain/session/session-record.ts'
import { StateMark, type StateTone } from './StateMark.tsx'

export function SessionStateMark({ state }: { state: SessionState }) {
  const { t } = useTranslation()
  return <StateMark tone={tones[state]}>{t(`sessionState.${state}`)}</StateMark>
}

const tones: Readonly<Record<SessionState, StateTone>> = { planned: 'plain', open: 'running', closed: 'good' }
