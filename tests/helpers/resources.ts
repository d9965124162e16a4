import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { classificationSchema, criteriaSetSchema, ruleSetSchema } from '../../shared/api/resource-files.ts'
import type { ClassificationEntry } from '../../shared/domain/criteria/classification.ts'
import type { CriteriaSet } from '../../shared/domain/criteria/criteria-set.ts'
import type { RuleSet } from '../../shared/domain/rules/rule-set.ts'

/** The shipped data, read and checked by the schemas that the application reads it with. */

const resources = join(import.meta.dirname, '../../resources')

export const readRuleSets = (): readonly RuleSet[] =>
  jsonFilesOf('rules').map((file) => ruleSetSchema.parse(readJson(file)))

export const readRuleSet = (id: string): RuleSet => ruleSetSchema.parse(readJson(`rules/${id}.json`))

export const readCriteriaSets = (folder: string): readonly CriteriaSet[] =>
  jsonFilesOf(`criteria/${folder}`).map((file) => criteriaSetSchema.parse(readJson(file)))

/** @param id Such as `qd26-01`. */
export const readCriteriaSet = (id: string): CriteriaSet =>
  criteriaSetSchema.parse(readJson(`criteria/${id.replace('-', '/')}.json`))

export const readClassification = (): readonly ClassificationEntry[] =>
  classificationSchema.parse(readJson('criteria/classification.json'))

const jsonFilesOf = (folder: string): readonly string[] =>
  readdirSync(join(resources, folder))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => `${folder}/${name}`)

const readJson = (file: string): unknown => JSON.parse(readFileSync(join(resources, file), 'utf8'))
