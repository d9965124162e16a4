import { z } from 'zod'
import type { CriteriaSet, CriteriaSetStatus } from '../domain/criteria/criteria-set.ts'
import type { RuleSet } from '../domain/rules/rule-set.ts'
import { idSchema, procedure } from './base.ts'

export type CriteriaSetSummary = {
  readonly id: string
  readonly setNumber: number
  readonly name: string
  readonly sector: string
  readonly group: string
  readonly status: CriteriaSetStatus
  readonly isUsable: boolean
  readonly criteriaCount: number
  readonly issues: readonly string[]
}

const out = <T>() => z.custom<T>()

export const rulesContract = {
  /** Shipped rule sets, the one in force at the host's date first. */
  list: procedure.output(out<readonly RuleSet[]>()),
  criteriaSets: procedure.input(z.object({ ruleSetId: z.string() })).output(out<readonly CriteriaSetSummary[]>()),
  /** The sealed form that an agenda item is scored with. */
  itemForm: procedure.input(z.object({ agendaItemId: idSchema })).output(out<CriteriaSet>()),
}
