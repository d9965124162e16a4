import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { criteriaSetSchema, holidayYearSchema, ruleSetSchema } from '../../shared/api/resource-files.ts'
import type { HolidayYear } from '../../shared/domain/calendar/working-days.ts'
import type { CriteriaSet } from '../../shared/domain/criteria/criteria-set.ts'
import type { RuleSet } from '../../shared/domain/rules/rule-set.ts'

/** The shipped data, read and checked by the schemas that the application reads it with. */

const resources = join(import.meta.dirname, '../../resources')

export function readRuleSets(): readonly RuleSet[] {
  return jsonFilesOf('rules').map((file) => ruleSetSchema.parse(readJson(file)))
}

export function readRuleSet(id: string): RuleSet {
  return ruleSetSchema.parse(readJson(`rules/${id}.json`))
}

export function readHolidayYears(): readonly HolidayYear[] {
  return jsonFilesOf('holidays').map((file) => holidayYearSchema.parse(readJson(file)))
}

export function readCriteriaSets(folder: string): readonly CriteriaSet[] {
  return jsonFilesOf(`criteria/${folder}`).map((file) => criteriaSetSchema.parse(readJson(file)))
}

/** @param id Such as `qd26-01`. */
export function readCriteriaSet(id: string): CriteriaSet {
  return criteriaSetSchema.parse(readJson(`criteria/${id.replace('-', '/')}.json`))
}

/** One line of a decision's catalogue of product sets (danh mục phân loại): sector → group → subgroup → set. */
const classificationSchema = z.array(
  z.strictObject({
    decision: z.string().min(1),
    sector: z.string().min(1),
    group: z.string().min(1),
    subgroup: z.string().min(1).nullable(),
    /** Ministry in charge; null where the source does not say. */
    ministry: z.string().min(1).nullable(),
    setNumber: z.int().min(1).max(26),
    setId: z.string().min(1),
  }),
)

/** Every decision's catalogue in one list: what the shipped forms are compared with, not shipped itself. */
export function readClassification() {
  return classificationSchema.parse(readJson('../tests/fixtures/classification.json'))
}

const jsonFilesOf = (folder: string): readonly string[] =>
  readdirSync(join(resources, folder))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => `${folder}/${name}`)

const readJson = (file: string): unknown => JSON.parse(readFileSync(join(resources, file), 'utf8'))
