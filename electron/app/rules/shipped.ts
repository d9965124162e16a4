import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  aftercareRulesSchema,
  criteriaSetSchema,
  dossierRulesSchema,
  holidayYearSchema,
  ruleSetSchema,
  unitCodesSchema,
} from '../../../shared/api/resource-files.ts'
import type { AftercareRules } from '../../../shared/domain/aftercare/aftercare-rules.ts'
import { checkPartMaxima } from '../../../shared/domain/criteria/check-set.ts'
import {
  checkHolidayYear,
  workCalendar,
  type HolidayYear,
  type WorkCalendar,
} from '../../../shared/domain/calendar/working-days.ts'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import type { DossierRules } from '../../../shared/domain/dossiers/dossier-rules.ts'
import { checkRuleSet } from '../../../shared/domain/rules/check-rule-set.ts'
import type { UnitCodes } from '../../../shared/domain/register/product-code.ts'
import type { RuleSet } from '../../../shared/domain/rules/rule-set.ts'

/** The rule sets, criteria sets and days off that ship with the application, read once and checked. */
export type ShippedRules = {
  readonly ruleSets: readonly RuleSet[]
  readonly ruleSet: (id: string) => RuleSet | null
  /** Sets of a rule set in number order; empty where it ships none. */
  readonly criteriaSets: (ruleSetId: string) => readonly CriteriaSet[]
  readonly criteriaSet: (ruleSetId: string, setNumber: number) => CriteriaSet | null
  /** What a dossier under that rule set holds. */
  readonly dossiers: (ruleSetId: string) => DossierRules
  /** Days off by year, in order. */
  readonly holidays: readonly HolidayYear[]
  readonly calendar: WorkCalendar
  /** Codes of provinces, by the decision that gives them, the earliest first. */
  readonly unitCodes: readonly UnitCodes[]
  /** What it says of certificates after they are given. */
  readonly aftercare: (ruleSetId: string) => AftercareRules
}

/**
 * Opens `resources/rules`, `resources/holidays`, `resources/units` and `resources/criteria`; criteria folders and what dossiers hold are read at
 * first use.
 * @throws Error for data that do not fit their schema or contradict themselves.
 */
export function openShippedRules(resources: string): ShippedRules {
  const ruleSets = readJsonFolder(join(resources, 'rules')).map((content) => ruleSetSchema.parse(content))
  for (const ruleSet of ruleSets) requireSound(ruleSet.id, checkRuleSet(ruleSet))
  const holidays = readJsonFolder(join(resources, 'holidays')).map((content) => holidayYearSchema.parse(content))
  for (const year of holidays) requireSound(`holidays/${year.year}`, checkHolidayYear(year))
  const unitCodes = readJsonFolder(join(resources, 'units')).map((content) => unitCodesSchema.parse(content))
  const opened = new Map<string, readonly CriteriaSet[]>()
  const openCriteria = (ruleSet: RuleSet): readonly CriteriaSet[] => {
    if (ruleSet.criteriaFolder === null) return []
    const sets = readJsonFolder(join(resources, 'criteria', ruleSet.criteriaFolder))
      .map((content) => criteriaSetSchema.parse(content))
      .toSorted((a, b) => a.setNumber - b.setNumber)
    for (const set of sets) requireSound(set.id, checkPartMaxima(set, ruleSet))
    opened.set(ruleSet.id, sets)
    return sets
  }
  let dossiers: readonly DossierRules[] | null = null
  const openDossiers = () =>
    (dossiers ??= readJsonFolder(join(resources, 'rules', 'dossiers')).map((content) =>
      dossierRulesSchema.parse(content),
    ))
  let aftercare: readonly AftercareRules[] | null = null
  const openAftercare = () =>
    (aftercare ??= readJsonFolder(join(resources, 'rules', 'aftercare')).map((content) =>
      aftercareRulesSchema.parse(content),
    ))
  const ruleSet = (id: string) => ruleSets.find((candidate) => candidate.id === id) ?? null
  const criteriaSets = (ruleSetId: string) => {
    const known = ruleSet(ruleSetId)
    return opened.get(ruleSetId) ?? (known === null ? [] : openCriteria(known))
  }
  return {
    ruleSets,
    ruleSet,
    criteriaSets,
    criteriaSet: (ruleSetId, setNumber) =>
      criteriaSets(ruleSetId).find((candidate) => candidate.setNumber === setNumber) ?? null,
    dossiers: (ruleSetId) => {
      const found = openDossiers().find(({ ruleSets: ids }) => ids.includes(ruleSetId))
      if (found === undefined) throw new Error(`no dossier rules of ${ruleSetId}`)
      return found
    },
    holidays,
    calendar: workCalendar(holidays),
    unitCodes,
    aftercare: (ruleSetId) => {
      const found = openAftercare().find(({ ruleSets: ids }) => ids.includes(ruleSetId))
      if (found === undefined) throw new Error(`no aftercare rules of ${ruleSetId}`)
      return found
    },
  }
}

/** Law that contradicts itself judges nobody: the application stops rather than score by it. */
function requireSound(id: string, faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(`${id} is not sound: ${faults.join('; ')}`)
}

function readJsonFolder(folder: string): readonly unknown[] {
  if (!existsSync(folder)) throw new Error(`resources folder is missing: ${folder}`)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown)
}
