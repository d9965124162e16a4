import { Refusal } from '../../../shared/api/refusal.ts'
import type { ExclusionInput, KnockoutAnswerInput } from '../../../shared/api/sessions.ts'
import { otherKnockout } from '../../../shared/domain/criteria/knockout-questions.ts'
import type { WriteDb } from '../../db/handles.ts'
import {
  deleteExclusion,
  findExclusion,
  listKnockoutAnswers,
  upsertExclusion,
  upsertKnockoutAnswer,
} from '../../db/queries/agenda-facts.ts'
import { loadSealedCriteriaSet } from '../../db/queries/sealed-files.ts'
import { findAgendaItem, type AgendaItemRow, type SessionRow } from '../../db/queries/sessions.ts'
import { requireFound } from '../commit.ts'
import { requireOfSession } from './guard.ts'
import { knockoutKeys } from './knockouts.ts'

/** Notes who does not score a product; null takes it back. @throws Refusal `not-found`, `reason-required` */
export function layExclusion(
  db: WriteDb,
  { session, item, memberId, to }: { session: SessionRow; item: AgendaItemRow; memberId: number; to: ExclusionInput },
) {
  requireOfSession(db, session, memberId)
  const key = { agendaItemId: item.id, memberId }
  const from = findExclusion(db, key)
  if (to?.kind === 'recused' && to.reason === '') throw new Refusal('reason-required')
  if (to === null) deleteExclusion(db, key)
  else upsertExclusion(db, { ...key, ...to })
  return { memberId, from, to }
}

/** Answers a condition of the product's form, or notes the council's own reason. @throws Refusal `not-found`, `reason-required` */
export function layKnockout(
  db: WriteDb,
  { item, key, to }: { item: AgendaItemRow; key: string; to: KnockoutAnswerInput },
) {
  const form = loadSealedCriteriaSet(db, item.criteriaFileId)
  if (key !== otherKnockout.key && !knockoutKeys(form).includes(key)) throw new Refusal('not-found')
  const isRejected = to.answer === 'yes'
  if (isRejected && to.reason === '') throw new Refusal('reason-required')
  const from = listKnockoutAnswers(db, item.id).find(({ question }) => question === key) ?? null
  upsertKnockoutAnswer(db, { agendaItemId: item.id, question: key, isRejected, reason: isRejected ? to.reason : '' })
  return { key, from, to }
}

/** The item as it stands on the session's agenda. @throws Refusal `not-found` */
export function requireItem(db: WriteDb, session: SessionRow, id: number): AgendaItemRow {
  const item = requireFound(findAgendaItem(db, id))
  if (item.sessionId !== session.id) throw new Refusal('not-found')
  return item
}

/** What a list was laid over has to stand as it was seen. @throws Refusal `changed-elsewhere` */
export function requireSeen<Facts extends object>(now: Facts, seen: { readonly [Key in keyof Facts]?: unknown }): void {
  const isSame = Object.entries(seen).every(([key, value]) => value === undefined || now[key as keyof Facts] === value)
  if (!isSame) throw new Refusal('changed-elsewhere')
}
