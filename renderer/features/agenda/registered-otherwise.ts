import type { AgendaItem } from '../../../shared/api/sessions.ts'

/** The agenda and the product's registration of the year do not call its application the same. */
export function isRegisteredOtherwise({ application, dossier }: Pick<AgendaItem, 'application' | 'dossier'>): boolean {
  return dossier !== null && dossier.application !== application
}
