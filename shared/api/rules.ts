import { z } from 'zod'
import type { CriteriaSet, CriteriaSetStatus } from '../domain/criteria/criteria-set.ts'
import type { RuleSet } from '../domain/rules/rule-set.ts'
import { itemInput, out, procedure, sessionInput, tokenSchema } from './base.ts'

export type CriteriaSetSummary = {
  readonly id: string
  readonly setNumber: number
  readonly name: string
  readonly sector: string
  readonly group: string
  readonly status: CriteriaSetStatus
  readonly isUsable: boolean
  /** It lacks points and nothing else: an office may score with what is printed. */
  readonly canBeTakenAsPrinted: boolean
  readonly mostPoints: number
  readonly criteriaCount: number
  readonly issues: readonly string[]
}

/** A rule set or a form as it was copied into the file: nothing that ships later changes it. */
export type SealedFile = {
  readonly kind: 'rule-set' | 'criteria-set'
  /** Of the rule set or the form, such as `qd-26-2026`. */
  readonly key: string
  readonly title: string
  /** Of its canonical JSON, hexadecimal. */
  readonly sha256: string
  /** ISO time. */
  readonly sealedAt: string
  /** Null for a rule set. */
  readonly setNumber: number | null
  /** Products of the session that it judges. */
  readonly productCount: number
  /** Null for a rule set. */
  readonly status: CriteriaSetStatus | null
  /** What its source leaves open, in Vietnamese. */
  readonly issues: readonly string[]
}

export const rulesContract = {
  /** Shipped rule sets, the one in force at the host's date first. */
  list: procedure.output(out<readonly RuleSet[]>()),
  criteriaSets: procedure.input(z.object({ ruleSetId: tokenSchema })).output(out<readonly CriteriaSetSummary[]>()),
  /** The session's rule set, then the forms that its products are scored with, by number. */
  sealed: procedure.input(sessionInput).output(out<readonly SealedFile[]>()),
  /** The sealed form that an agenda item is scored with. */
  itemForm: procedure.input(itemInput).output(out<CriteriaSet>()),
}
