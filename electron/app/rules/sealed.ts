import type { SealedFile } from '../../../shared/api/rules.ts'
import type { ReadDb } from '../../db/handles.ts'
import { findSeal, loadSealedCriteriaSet, loadSealedRuleSet } from '../../db/queries/sealed-files.ts'
import { findSession, listAgendaItems } from '../../db/queries/sessions.ts'
import { requireFound } from '../commit.ts'

/** What a session is judged by, as it was copied into the file: its rule set, then each form by number. */
export function readSealedFiles(db: ReadDb, sessionId: number): readonly SealedFile[] {
  const session = requireFound(findSession(db, sessionId))
  const ruleSet = loadSealedRuleSet(db, session.ruleSetFileId)
  const items = listAgendaItems(db, sessionId)
  const forms = [...Map.groupBy(items, ({ criteriaFileId }) => criteriaFileId)].map(([id, scored]): SealedFile => {
    const form = loadSealedCriteriaSet(db, id)
    return {
      kind: 'criteria-set',
      ...requireFound(findSeal(db, id)),
      title: form.name,
      setNumber: form.setNumber,
      productCount: scored.length,
      status: form.status,
      issues: form.issues ?? [],
    }
  })
  return [
    {
      kind: 'rule-set',
      ...requireFound(findSeal(db, session.ruleSetFileId)),
      title: ruleSet.shortTitle,
      setNumber: null,
      productCount: items.length,
      status: null,
      issues: ruleSet.issues,
    },
    ...forms.toSorted((one, other) => (one.setNumber ?? 0) - (other.setNumber ?? 0)),
  ]
}
