import type { CriteriaSetSummary } from '../../../shared/api/rules.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { canBeTakenAsPrinted, isUsableForScoring } from '../../../shared/domain/criteria/check-set.ts'
import { listCriteria, mostPoints } from '../../../shared/domain/criteria/form.ts'
import { isInForce } from '../../../shared/domain/rules/choose-rule-set.ts'
import type { RuleSet } from '../../../shared/domain/rules/rule-set.ts'
import type { AppContext } from '../../context.ts'
import { loadSealedCriteriaSet } from '../../db/queries/sealed-files.ts'
import { findAgendaItem } from '../../db/queries/sessions.ts'
import { requireFound, openDb } from '../commit.ts'
import { procedures } from '../procedures.ts'
import { readSealedFiles } from './sealed.ts'
import { standingSets } from './standing-sets.ts'

export function rulesHandlers(app: AppContext) {
  return {
    list: procedures.rules.list.handler(() => {
      const date = vietnamDay(app.clock.now())
      const rank = (ruleSet: RuleSet) => (isInForce(ruleSet, date) ? 0 : 1)
      return app.rules.ruleSets.toSorted((a, b) => rank(a) - rank(b) || b.inForce.from.localeCompare(a.inForce.from))
    }),
    criteriaSets: procedures.rules.criteriaSets.handler(({ input }) => setsOf(app, input.ruleSetId).map(summaryOf)),
    sealed: procedures.rules.sealed.handler(({ input }) => readSealedFiles(openDb(app), input.sessionId)),
    itemForm: procedures.rules.itemForm.handler(({ input }) => {
      const db = openDb(app)
      return loadSealedCriteriaSet(db, requireFound(findAgendaItem(db, input.agendaItemId)).criteriaFileId)
    }),
  }
}

/** Screens that need no open file are shown what ships. */
function setsOf(app: AppContext, ruleSetId: string): readonly CriteriaSet[] {
  const { current } = app.workspace
  return current === null ? app.rules.criteriaSets(ruleSetId) : standingSets(current.db, app.rules, ruleSetId)
}

const summaryOf = (form: CriteriaSet): CriteriaSetSummary => ({
  id: form.id,
  setNumber: form.setNumber,
  name: form.name,
  sector: form.sector,
  group: form.group ?? '',
  status: form.status,
  isUsable: isUsableForScoring(form),
  canBeTakenAsPrinted: canBeTakenAsPrinted(form),
  mostPoints: mostPoints(form),
  criteriaCount: listCriteria(form).length,
  issues: form.issues ?? [],
})
