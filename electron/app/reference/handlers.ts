import { Refusal } from '../../../shared/api/refusal.ts'
import { choiceAt, withChoice } from '../../../shared/domain/ballot/choice-text.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import type { AppContext } from '../../context.ts'
import {
  findLastReferenceChange,
  listReferenceOfItem,
  upsertReferenceSight,
  writeReference,
} from '../../db/queries/reference.ts'
import { loadSealedCriteriaSet } from '../../db/queries/sealed-files.ts'
import { requireOffered } from '../ballots/require-offered.ts'
import { commandsAt } from '../commands.ts'
import { openDb, requireFound } from '../commit.ts'
import { procedures } from '../procedures.ts'
import { itemChange, sessionChange, unlockedItem, unlockedSession } from '../sessions/guard.ts'
import { blankReference, readItemReference, readSessionReference, readSight, toSheet } from './read-reference.ts'
import { referenceWorkbookHandlers } from './workbook-handlers.ts'

export function referenceHandlers(app: AppContext) {
  return {
    ofItem: procedures.reference.ofItem.handler(({ input }) => readItemReference(openDb(app), input.agendaItemId)),

    ofSession: procedures.reference.ofSession.handler(({ input }) =>
      readSessionReference(openDb(app), input.sessionId),
    ),

    ...referenceWorkbookHandlers(app),

    ...commandsAt(app, 'reference').inside({
      choose: (db, { input, now }) => {
        const { agendaItemId, source, criterionIndex, option: to, seen } = input
        const { item } = unlockedItem(db, agendaItemId)
        const form = loadSealedCriteriaSet(db, item.criteriaFileId)
        requireOffered({ form, criteriaCase: item.criteriaCase }, input)
        const { criterion } = requireFound(listCriteria(form)[criterionIndex])
        const known = listReferenceOfItem(db, agendaItemId).find((row) => row.source === source)
        const before = known ?? blankReference(form, { agendaItemId, source })
        const from = choiceAt(before.choices, criterionIndex)
        if (from === to) return { result: toSheet(form, before), audit: null }
        if (from !== seen) {
          const { sessionId } = item
          const of = { sessionId, agendaItemId, source, criterion: criterion.code, index: criterionIndex }
          const last = findLastReferenceChange(db, of)
          throw new Refusal('ballot-changed-elsewhere', { criteria: criterion.code, ...last })
        }
        const choices = withChoice(before.choices, criterionIndex, to)
        const row = { agendaItemId, source, choices, revision: before.revision + 1, savedAt: now }
        writeReference(db, row)
        return { ...itemChange(item, { source, criterion: criterion.code, from, to }), result: toSheet(form, row) }
      },

      setSight: (db, { input: { sessionId, sight: to } }) => {
        unlockedSession(db, sessionId)
        const from = readSight(db, sessionId)
        if (from === to) return { result: undefined, audit: null }
        upsertReferenceSight(db, { sessionId, sight: to })
        return sessionChange(sessionId, { from, to })
      },
    }),
  }
}
