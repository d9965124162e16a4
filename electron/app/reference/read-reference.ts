import {
  referenceSources,
  type ItemReference,
  type ReferenceSheet,
  type ReferenceSight,
  type SessionReference,
} from '../../../shared/api/reference.ts'
import { emptyChoices, readChoices } from '../../../shared/domain/ballot/choice-text.ts'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { totalBallot } from '../../../shared/domain/scoring/ballot-totals.ts'
import type { ReadDb } from '../../db/handles.ts'
import {
  findReferenceSight,
  listReferenceOfItem,
  listReferenceOfSession,
  type ReferenceRow,
} from '../../db/queries/reference.ts'
import { loadSealedCriteriaSet } from '../../db/queries/sealed-files.ts'
import { findAgendaItem } from '../../db/queries/sessions.ts'
import { requireFound } from '../commit.ts'

/** The sheet of each source for a product, blank where nothing was keyed. */
export function readItemReference(db: ReadDb, agendaItemId: number): ItemReference {
  const { sessionId, criteriaFileId } = requireFound(findAgendaItem(db, agendaItemId))
  const form = loadSealedCriteriaSet(db, criteriaFileId)
  const rows = listReferenceOfItem(db, agendaItemId)
  const sheets = referenceSources.map((source) =>
    toSheet(form, rows.find((row) => row.source === source) ?? blankReference(form, { agendaItemId, source })),
  )
  return { sight: readSight(db, sessionId), sheets }
}

export function readSessionReference(db: ReadDb, sessionId: number): SessionReference {
  const sheets = listReferenceOfSession(db, sessionId).map(({ criteriaFileId, ...row }) =>
    toSheet(loadSealedCriteriaSet(db, criteriaFileId), row),
  )
  return { sight: readSight(db, sessionId), sheets }
}

export function readSight(db: ReadDb, sessionId: number): ReferenceSight {
  return findReferenceSight(db, sessionId) ?? 'panel'
}

/** Nothing keyed. */
export function blankReference(
  form: CriteriaSet,
  of: Pick<ReferenceRow, 'agendaItemId' | 'source'>,
): Omit<ReferenceRow, 'savedAt'> & { readonly savedAt: null } {
  return { ...of, choices: emptyChoices(listCriteria(form).length), revision: 0, savedAt: null }
}

export function toSheet(
  form: CriteriaSet,
  row: Omit<ReferenceRow, 'savedAt'> & { readonly savedAt: string | null },
): ReferenceSheet {
  const choices = readChoices(row.choices)
  return { ...row, choices, totals: totalBallot(form, choices) }
}
