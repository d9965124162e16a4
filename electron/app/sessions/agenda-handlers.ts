import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext } from '../../context.ts'
import type { WriteDb } from '../../db/handles.ts'
import { listKnockoutAnswers, upsertKnockoutAnswer } from '../../db/queries/agenda-facts.ts'
import { loadSealedCriteriaSet } from '../../db/queries/sealed-files.ts'
import {
  deleteAgendaItem,
  itemHasBallots,
  listAgendaIds,
  listAgendaItems,
  setAgendaOrder,
} from '../../db/queries/sessions.ts'
import { newDeedId } from '../../db/take-back.ts'
import { commandsAt } from '../commands.ts'
import { openDb } from '../commit.ts'
import { procedures } from '../procedures.ts'
import { requireSameIds } from '../councils/handlers.ts'
import { listOtherLaw, requireOwnLaw } from './filed-laws.ts'
import { itemChange, sessionChange, unlockedItem, unlockedSession } from './guard.ts'
import { layItemFacts, markItem } from './item-facts.ts'
import { listKnockouts } from './knockouts.ts'
import { layExclusion, layKnockout, requireItem, requireSeen } from './lay-answers.ts'
import { addToAgenda } from './make-session.ts'
import { placeListed, takeAgenda } from './take-agenda.ts'

export function agendaHandlers(app: AppContext) {
  return {
    placeListed: procedures.sessions.placeListed.handler(({ input }) => placeListed(app, openDb(app), input)),

    ...commandsAt(app, 'sessions').inside({
      addProducts: (db, { input, now }) => {
        const session = unlockedSession(db, input.sessionId)
        const ofOtherLaw = listOtherLaw(app, db, { session, productIds: input.productIds })
        requireOwnLaw(ofOtherLaw, input.acceptsOtherLaw)
        addToAgenda(app, db, { session, productIds: input.productIds, now })
        const accepted = ofOtherLaw.map(({ productId }) => productId)
        return sessionChange(session.id, {
          added: input.productIds,
          ...(accepted.length > 0 && { ofOtherLaw: accepted }),
        })
      },

      removeItem: (db, { input }) => {
        const { item } = unlockedItem(db, input.agendaItemId)
        if (itemHasBallots(db, item.id)) throw new Refusal('session-has-ballots')
        deleteAgendaItem(db, item.id)
        return {
          result: undefined,
          audit: { subject: `item:${item.id}`, detail: { removed: item.productId } },
          sessionId: item.sessionId,
        }
      },

      orderItems: (db, { input }) => {
        const session = unlockedSession(db, input.sessionId)
        const from = listAgendaIds(db, session.id)
        requireSameIds(from, input.ids)
        setAgendaOrder(db, input.ids)
        return sessionChange(session.id, { from, to: input.ids })
      },

      updateItem: (db, { input: { agendaItemId, ...facts } }) => {
        const { item, session } = unlockedItem(db, agendaItemId)
        return itemChange(item, layItemFacts(db, { item, session, facts }))
      },

      markItems: (db, { input: { sessionId, ids, facts } }) => {
        const session = unlockedSession(db, sessionId)
        const items = ids.map((id) => markItem(db, { id, session, facts }))
        const undo = newDeedId()
        return { ...sessionChange(sessionId, { items }), result: { undo }, undo }
      },

      takeAgenda: (db, { input, now }) => {
        const session = unlockedSession(db, input.sessionId)
        const detail = takeAgenda(app, db, { ...input, session, now })
        const undo = newDeedId()
        return { ...sessionChange(session.id, detail), result: { undo }, undo }
      },

      setExclusion: (db, { input: { agendaItemId, memberId, kind, reason } }) => {
        const { item, session } = unlockedItem(db, agendaItemId)
        const to = kind === null ? null : { kind, reason }
        return itemChange(item, layExclusion(db, { session, item, memberId, to }))
      },

      takeExclusions: (db, { input: { sessionId, rows } }) => {
        const session = unlockedSession(db, sessionId)
        const undo = newDeedId()
        const members = rows.map(({ agendaItemId, memberId, seen, to }) => {
          const item = requireItem(db, session, agendaItemId)
          const laid = layExclusion(db, { session, item, memberId, to })
          requireSeen({ kind: null, reason: '', ...laid.from }, { kind: null, reason: '', ...seen })
          return { item: item.id, ...laid }
        })
        return { ...sessionChange(sessionId, { members }), result: { undo }, undo }
      },

      answerKnockout: (db, { input: { agendaItemId, key, answer, reason } }) => {
        const { item } = unlockedItem(db, agendaItemId)
        return itemChange(item, layKnockout(db, { item, key, to: { answer, reason } }))
      },

      takeKnockouts: (db, { input: { sessionId, rows } }) => {
        const session = unlockedSession(db, sessionId)
        const undo = newDeedId()
        const answered = rows.map(({ agendaItemId, key, seen, to }) => {
          const item = requireItem(db, session, agendaItemId)
          const laid = layKnockout(db, { item, key, to })
          const from = laid.from === null ? null : { isRejected: laid.from.isRejected, reason: laid.from.reason }
          const asSeen = seen === null ? null : { isRejected: seen.answer === 'yes', reason: seen.reason }
          requireSeen({ isRejected: null, reason: '', ...from }, { isRejected: null, reason: '', ...asSeen })
          return { item: item.id, ...laid }
        })
        return { ...sessionChange(sessionId, { answered }), result: { undo }, undo }
      },

      answerNoKnockouts: (db, { input }) => {
        const session = unlockedSession(db, input.sessionId)
        const items = listAgendaItems(db, session.id).filter(
          ({ id }) => input.agendaItemId === undefined || id === input.agendaItemId,
        )
        const answered = items.flatMap((item) => answerOpenWithNo(db, item))
        if (answered.length === 0) return { result: null, audit: null, sessionId: session.id }
        const undo = newDeedId()
        return { ...sessionChange(session.id, { answered }), result: { undo }, undo }
      },
    }),
  }
}

function answerOpenWithNo(
  db: WriteDb,
  item: { readonly id: number; readonly criteriaFileId: number },
): readonly { readonly itemId: number; readonly keys: readonly string[] }[] {
  const questions = listKnockouts(loadSealedCriteriaSet(db, item.criteriaFileId), listKnockoutAnswers(db, item.id))
  const keys = questions.filter(({ answer }) => answer === 'unanswered').map(({ key }) => key)
  for (const question of keys) {
    upsertKnockoutAnswer(db, { agendaItemId: item.id, question, isRejected: false, reason: '' })
  }
  return keys.length === 0 ? [] : [{ itemId: item.id, keys }]
}
