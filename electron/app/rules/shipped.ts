import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { criteriaSetSchema, ruleSetSchema } from '../../../shared/api/resource-files.ts'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import type { RuleSet } from '../../../shared/domain/rules/rule-set.ts'

/** The rule sets and criteria sets that ship with the application, read once and checked against their schemas. */
export type ShippedRules = {
  readonly ruleSets: readonly RuleSet[]
  readonly ruleSet: (id: string) => RuleSet | null
  /** Sets of a rule set in number order; empty where it ships none. */
  readonly criteriaSets: (ruleSetId: string) => readonly CriteriaSet[]
  readonly criteriaSet: (ruleSetId: string, setNumber: number) => CriteriaSet | null
}

/** Opens `resources/rules` and `resources/criteria`; criteria folders are read at first use. */
export function openShippedRules(resources: string): ShippedRules {
  const ruleSets = readJsonFolder(join(resources, 'rules')).map((content) => ruleSetSchema.parse(content) as RuleSet)
  const folders = new Map<string, readonly CriteriaSet[]>()
  const criteriaFolder = (folder: string) => {
    const known = folders.get(folder)
    if (known !== undefined) return known
    const sets = readJsonFolder(join(resources, 'criteria', folder))
      .map((content) => criteriaSetSchema.parse(content) as CriteriaSet)
      .toSorted((a, b) => a.setNumber - b.setNumber)
    folders.set(folder, sets)
    return sets
  }
  const ruleSet = (id: string) => ruleSets.find((candidate) => candidate.id === id) ?? null
  const criteriaSets = (ruleSetId: string) => {
    const folder = ruleSet(ruleSetId)?.criteriaFolder ?? null
    return folder === null ? [] : criteriaFolder(folder)
  }
  return {
    ruleSets,
    ruleSet,
    criteriaSets,
    criteriaSet: (ruleSetId, setNumber) =>
      criteriaSets(ruleSetId).find((candidate) => candidate.setNumber === setNumber) ?? null,
  }
}

function readJsonFolder(folder: string): readonly unknown[] {
  if (!existsSync(folder)) throw new Error(`resources folder is missing: ${folder}`)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown)
}
