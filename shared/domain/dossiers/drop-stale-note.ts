import type { DossierStatus } from './read-dossier.ts'

type Dossier = { readonly dossierStatus: DossierStatus; readonly dossierNote: string }

/**
 * What is said of a dossier at once with many: one that lacked something and is complete now no longer has the note of what
 * it lacked, unless a new note is said.
 */
export function dropStaleNote<Facts extends { readonly [Key in keyof Dossier]?: Dossier[Key] | undefined }>(
  { dossierStatus, dossierNote }: Dossier,
  facts: Facts,
): Facts {
  const isStale = dossierStatus === 'incomplete' && facts.dossierStatus === 'complete' && dossierNote !== ''
  return isStale && facts.dossierNote === undefined ? { ...facts, dossierNote: '' } : facts
}
