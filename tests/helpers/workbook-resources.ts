import type { WorkbookResources } from '../../electron/workbooks/session/session-import.ts'
import { readCriteriaSets, readRuleSets } from './resources.ts'

const ruleSets = readRuleSets()
const setsOf = new Map(
  ruleSets.map(({ id, criteriaFolder }) => [id, criteriaFolder === null ? [] : readCriteriaSets(criteriaFolder)]),
)

/** The shipped rule sets and forms, as the workbook reader takes them. */
export const workbookResources: WorkbookResources = {
  ruleSets,
  criteriaSets: (ruleSetId, setNumber) => setsOf.get(ruleSetId)?.find((form) => form.setNumber === setNumber) ?? null,
}
