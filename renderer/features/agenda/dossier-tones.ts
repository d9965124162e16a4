import type { AgendaItem } from '../../../shared/api/sessions.ts'
import type { StateTone } from '../../components/StateMark.tsx'

export const dossierTones: Readonly<Record<AgendaItem['dossierStatus'], StateTone>> = {
  unchecked: 'plain',
  complete: 'good',
  incomplete: 'attention',
}
