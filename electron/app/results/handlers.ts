import { Refusal } from '../../../shared/api/refusal.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { conclusionProblem } from '../../../shared/domain/session/conclusion-problem.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import type { AppContext } from '../../context.ts'
import { deleteAgreedLevel, insertScoringRound, upsertAgreedLevel } from '../../db/queries/agenda-facts.ts'
import { loadSealedCriteriaSet } from '../../db/queries/sealed-files.ts'
import { findAgendaItem, updateAgendaItem } from '../../db/queries/sessions.ts'
import { requireFound, openDb } from '../commit.ts'
import { commandsAt } from '../commands.ts'
import { procedures } from '../procedures.ts'
import { itemChange, unlockedItem } from '../sessions/guard.ts'
import { buildSessionRecord, readItemRecord } from '../sessions/session-record.ts'
import { readProjectorView } from './projector-view.ts'

export function resultsHandlers(app: AppContext) {
  return {
    session: procedures.results.session.handler(({ input }) =>
      withoutForms(buildSessionRecord(openDb(app), input.sessionId)),
    ),

    projector: procedures.results.projector.handler(({ input }) => readProjectorView(openDb(app), input.sessionId)),

    ...commandsAt(app, 'results').inside({
      setAgreedLevel: (db, { input }) => {
        const { item } = unlockedItem(db, input.agendaItemId)
        const form = loadSealedCriteriaSet(db, item.criteriaFileId)
        const { criterion } = requireFound(listCriteria(form)[input.criterionIndex])
        if (input.option !== null && input.option > criterion.options.length) {
          throw new Refusal('option-not-offered', { criterion: criterion.code, option: input.option })
        }
        const key = { agendaItemId: item.id, criterion: input.criterionIndex }
        if (input.option === null) deleteAgreedLevel(db, key)
        else upsertAgreedLevel(db, { ...key, option: input.option })
        return itemChange(item, { criterion: criterion.code, to: input.option })
      },

      openRound: (db, { input, now }) => {
        const { item, session } = unlockedItem(db, input.agendaItemId)
        if (session.state !== 'open') throw new Refusal('session-not-open')
        const round = item.scoringRound + 1
        insertScoringRound(db, { agendaItemId: item.id, number: round, reason: input.reason, openedAt: now })
        updateAgendaItem(db, item.id, {
          scoringRound: round,
          // What the chair opened was the round before; of this one the room sees nothing yet.
          revealedAt: null,
          spreadWaiver: null,
          concludedStar: null,
          conclusionNote: null,
          concludedAt: null,
        })
        return { ...itemChange(item, { reason: input.reason, round }), result: { round } }
      },

      waiveSpread: (db, { input }) => {
        const { item } = unlockedItem(db, input.agendaItemId)
        const spreadWaiver = input.reason === '' ? null : input.reason
        updateAgendaItem(db, item.id, { spreadWaiver })
        return itemChange(item, { from: item.spreadWaiver, to: spreadWaiver })
      },

      reveal: (db, { input, now }) => {
        const item = requireFound(findAgendaItem(db, input.agendaItemId))
        if ((item.revealedAt !== null) === input.isRevealed) return { result: undefined, audit: null }
        updateAgendaItem(db, item.id, { revealedAt: input.isRevealed ? now : null })
        return itemChange(item, { isRevealed: input.isRevealed })
      },

      conclude: (db, { input, now }) => {
        const { item } = unlockedItem(db, input.agendaItemId)
        const { result } = readItemRecord(db, item)
        const problem = conclusionProblem({ star: input.star, note: input.note, result })
        if (problem !== null) throw new Refusal(problem, { star: result.star })
        updateAgendaItem(db, item.id, { concludedStar: input.star, conclusionNote: input.note, concludedAt: now })
        const from = { star: item.concludedStar, note: item.conclusionNote }
        return itemChange(item, { from, to: { star: input.star, note: input.note } })
      },
    }),
  }
}

/** Forms weigh tens of kilobytes each and the screens that need one ask for it by product. */
function withoutForms(record: SessionRecord): SessionRecord {
  return { ...record, items: record.items.map((item) => ({ ...item, form: { ...item.form, parts: [] } })) }
}
