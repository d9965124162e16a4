import { Refusal } from '../../../shared/api/refusal.ts'
import type { ItemFacts } from '../../../shared/api/sessions.ts'
import { dropStaleNote } from '../../../shared/domain/dossiers/drop-stale-note.ts'
import { layPatch } from '../../../shared/domain/lay-patch.ts'
import type { WriteDb } from '../../db/handles.ts'
import { itemHasBallots, updateAgendaItem, type AgendaItemRow, type SessionRow } from '../../db/queries/sessions.ts'
import { requireItem } from './lay-answers.ts'
import { standingRegistration } from './make-session.ts'

type ToLay = { readonly item: AgendaItemRow; readonly session: SessionRow; readonly facts: ItemFacts }

/** Lays what is said of a product over its agenda item. @throws Refusal `kept-in-dossier`, `session-has-ballots` */
export function layItemFacts(db: WriteDb, { item, session, facts }: ToLay) {
  const saysDossier = dossierFields.some((field) => facts[field] !== undefined)
  if (saysDossier && standingRegistration(db, { productId: item.productId, year: session.year }) !== null) {
    throw new Refusal('kept-in-dossier')
  }
  const { application, criteriaCase, samplesReceived, dossierStatus, dossierNote } = item
  const from = { application, criteriaCase, samplesReceived, dossierStatus, dossierNote }
  const to = layPatch(from, facts)
  // Ballots were scored within the old case: its options would silently become another case's.
  if (item.criteriaCase !== to.criteriaCase && itemHasBallots(db, item.id)) throw new Refusal('session-has-ballots')
  updateAgendaItem(db, item.id, to)
  return { from, to }
}

/** The same of an item by its id, which has to be the session's, with `dropStaleNote`. @throws Refusal `not-found`, as above */
export function markItem(
  db: WriteDb,
  { id, session, facts }: Pick<ToLay, 'session' | 'facts'> & { readonly id: number },
) {
  const item = requireItem(db, session, id)
  return { item: id, ...layItemFacts(db, { item, session, facts: dropStaleNote(item, facts) }) }
}

const dossierFields = ['samplesReceived', 'dossierStatus', 'dossierNote'] as const
