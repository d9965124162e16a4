import { useTranslation } from 'react-i18next'
import { StateMark } from '../../components/StateMark.tsx'
import { memberState } from './member-state.ts'

/** Where a member or clerk stands with the room. */
export function HolderState({ holder }: { holder: Parameters<typeof memberState>[0] }) {
  const { t } = useTranslation('room')
  const { key, tone, count } = memberState(holder)
  return <StateMark tone={tone}>{t(`state.${key}`, { count })}</StateMark>
}
