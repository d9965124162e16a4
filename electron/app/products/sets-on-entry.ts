import type { SetsOnEntry } from '../../../shared/api/products.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { lawOfDossier } from '../../../shared/domain/dossiers/law-of-dossier.ts'
import { ruleSetOn } from '../../../shared/domain/rules/choose-rule-set.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { findLatestRegistration } from '../../db/queries/registrations.ts'
import { requireFound } from '../commit.ts'
import { standingSets } from '../rules/standing-sets.ts'

/** The sets of the law in force on a product's day: of its latest dossier (QĐ 26/2026/QĐ-TTg, Điều 12), else today. */
export function setsOnEntry(app: AppContext, db: ReadDb, productId: number | undefined): SetsOnEntry {
  const today = vietnamDay(app.clock.now())
  const registration = productId === undefined ? null : findLatestRegistration(db, productId)
  const ruleSets = app.rules.ruleSets.filter(({ isForSessions }) => isForSessions)
  const law = registration === null ? undefined : lawOfDossier({ ruleSets, registration, today })
  const { id, shortTitle } = requireFound(law?.ruleSet ?? ruleSetOn(ruleSets, today))
  const day = law?.day ?? today
  const sets = standingSets(db, app.rules, id)
  return {
    day,
    ruleSetTitle: shortTitle,
    sets: sets.map(({ setNumber, name, sector, group = '' }) => ({ setNumber, name, sector, group })),
  }
}
