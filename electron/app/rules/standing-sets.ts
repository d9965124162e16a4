import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import type { ReadDb } from '../../db/handles.ts'
import { findOfficeSet } from '../../db/queries/criteria.ts'
import { loadSealedCriteriaSet } from '../../db/queries/sealed-files.ts'
import type { ShippedRules } from './shipped.ts'

/** What a new session scores with in place of a shipped set: the office's own where the file has one. */
export function standingSet(db: ReadDb, shipped: CriteriaSet): CriteriaSet {
  const fileId = findOfficeSet(db, shipped.id)
  return fileId === null ? shipped : loadSealedCriteriaSet(db, fileId)
}

/** The sets of a rule set as they stand in the file, in number order. */
export function standingSets(db: ReadDb, rules: ShippedRules, ruleSetId: string): readonly CriteriaSet[] {
  return rules.criteriaSets(ruleSetId).map((shipped) => standingSet(db, shipped))
}

/** Every set of the office's own that stands: what a workbook is read against besides what ships. */
export function listOwnSets(db: ReadDb, rules: ShippedRules): readonly CriteriaSet[] {
  const sets = rules.ruleSets.flatMap(({ id }) => standingSets(db, rules, id))
  return [...new Map(sets.filter(({ office }) => office !== undefined).map((set) => [set.id, set])).values()]
}
