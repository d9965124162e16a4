import { z } from 'zod'
import type { UnitCodes } from '../domain/register/product-code.ts'
import type { HolidayYear } from '../domain/calendar/working-days.ts'
import { withdrawalStarts, type AftercareRules } from '../domain/aftercare/aftercare-rules.ts'
import type { CriteriaSet } from '../domain/criteria/criteria-set.ts'
import { dossierItemKinds, type DossierRules } from '../domain/dossiers/dossier-rules.ts'
import type { RuleSet } from '../domain/rules/rule-set.ts'
import { caseSchema, isoDateSchema, levelSchema } from './base.ts'

/*
 * Shapes of the files in `resources/criteria`, `resources/rules` and `resources/holidays`, and of the same JSON sealed into a workspace file.
 * Strict: an unknown key is a fault, for a misspelt mark would otherwise be a gate that no one sees.
 * What fields say of each other is checked by `checkCriteriaSet` and `checkRuleSet` in the domain.
 */

const nameSchema = z.string().min(1)
const pointsSchema = z.int().min(0).max(100)
const gateStarSchema = z.literal([3, 4, 5])

const optionSchema = z.strictObject({
  points: pointsSchema,
  label: nameSchema,
  minStar: gateStarSchema.optional(),
  case: caseSchema.optional(),
})

const criterionSchema = z.strictObject({
  code: nameSchema,
  title: nameSchema,
  max: pointsSchema,
  options: z.array(optionSchema).min(1),
  requirement: nameSchema.optional(),
  note: nameSchema.optional(),
  knockout: nameSchema.optional(),
  appliesOnlyIf: nameSchema.optional(),
  parent: nameSchema.optional(),
  parentTitle: nameSchema.optional(),
  cases: z
    .array(z.strictObject({ code: caseSchema, label: nameSchema }))
    .min(1)
    .optional(),
  minStarOnTitle: gateStarSchema.optional(),
})

const sectionSchema = z.strictObject({
  code: nameSchema,
  title: nameSchema,
  max: pointsSchema,
  criteria: z.array(criterionSchema).min(1),
})

const partSchema = z.strictObject({
  code: z.enum(['A', 'B', 'C']),
  title: nameSchema,
  max: pointsSchema,
  sections: z.array(sectionSchema).min(1),
})

export const criteriaSetSchema = z.strictObject({
  id: nameSchema,
  decision: nameSchema,
  effectiveFrom: isoDateSchema,
  setNumber: z.int().min(1).max(26),
  name: nameSchema,
  sector: nameSchema,
  group: nameSchema.optional(),
  status: z.enum([
    'official-text',
    'transcribed',
    'incomplete',
    'completed-by-office',
    'as-printed',
    'corrected-as-printed',
  ]),
  rejectedIf: z.array(nameSchema).optional(),
  parts: z.array(partSchema),
  issues: z.array(nameSchema).optional(),
  office: z
    .strictObject({
      reason: nameSchema,
      shortReason: nameSchema.optional(),
      documentNumber: nameSchema,
      documentDate: isoDateSchema,
      issuer: nameSchema,
      signer: nameSchema,
    })
    .optional(),
}) satisfies z.ZodType<CriteriaSet>

const dossierRuleSchema = z.strictObject({
  article: nameSchema,
  papers: z
    .array(z.enum(['advisory-report', 'office-report', 'council-report', 'decision', 'product-dossier', 'extra-tests']))
    .min(1),
})

const referralRuleSchema = z.strictObject({
  threshold: pointsSchema,
  to: levelSchema,
  dossier: z
    .strictObject({
      first: dossierRuleSchema,
      reassessment: dossierRuleSchema,
      samples: z.int().min(0),
      setsWithoutSamples: z.array(z.int().min(1).max(26)),
      copies: z.strictObject({ paper: z.int().min(0), electronic: z.int().min(0) }),
    })
    .optional(),
  returned: nameSchema.optional(),
})

const levelRuleSchema = z.strictObject({
  level: levelSchema,
  scores: z.boolean(),
  recognises: z.array(gateStarSchema),
  referral: referralRuleSchema.nullable(),
  decisionAuthority: z.enum(['head', 'collective']),
  legalBases: z.array(nameSchema).min(1).optional(),
})

const daysSchema = z.int().min(0)
const monthDaySchema = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)

export const ruleSetSchema = z.strictObject({
  id: nameSchema,
  shortTitle: nameSchema,
  decisions: z
    .array(z.strictObject({ number: nameSchema, date: isoDateSchema, issuer: nameSchema, subject: nameSchema }))
    .min(1),
  inForce: z.strictObject({ from: isoDateSchema, to: isoDateSchema.nullable() }),
  criteriaFolder: nameSchema.nullable(),
  isForSessions: z.boolean(),
  partMaxima: z.strictObject({ A: pointsSchema, B: pointsSchema, C: pointsSchema }),
  bands: z.array(z.strictObject({ star: z.literal([1, 2, 3, 4, 5]), from: pointsSchema })).min(1),
  levels: z.array(levelRuleSchema).min(1),
  lowestRecognisedStar: gateStarSchema,
  certificateMonths: z.int().min(1),
  reassessment: z
    .strictObject({
      fileFromDays: daysSchema,
      fileToDays: daysSchema,
      resultWithinDays: daysSchema,
      graceDays: daysSchema,
      grace: z.strictObject({ windowOpensBefore: isoDateSchema, article: nameSchema }).optional(),
    })
    .nullable(),
  expiryNoticeDays: daysSchema.optional(),
  transition: z
    .strictObject({
      lodgedBefore: isoDateSchema,
      ruleSet: nameSchema,
      terms: z
        .array(
          z.strictObject({
            applications: z.array(z.enum(['new', 'reassessment', 'upgrade'])).min(1),
            days: daysSchema,
            lastDay: isoDateSchema,
            article: nameSchema,
          }),
        )
        .min(1),
    })
    .optional(),
  roundDeadlines: z.array(
    z.strictObject({ level: levelSchema, proposalsBefore: monthDaySchema, evaluatedBefore: monthDaySchema }),
  ),
  legalBases: z.array(nameSchema).min(1),
  ballot: z.strictObject({ asksPhone: z.boolean() }).optional(),
  articles: z.strictObject({
    bands: nameSchema,
    gates: nameSchema,
    knockouts: nameSchema,
    referral: nameSchema,
    recognition: nameSchema,
    certificate: nameSchema,
    roundDeadlines: nameSchema.optional(),
  }),
  issues: z.array(nameSchema),
}) satisfies z.ZodType<RuleSet>

const setNumberSchema = z.int().min(1).max(26)

export const dossierRulesSchema = z.strictObject({
  ruleSets: z.array(nameSchema).min(1),
  items: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
        name: nameSchema,
        kind: z.enum(dossierItemKinds),
        from: z.enum(['producer', 'commune']),
        requirement: nameSchema.optional(),
        requirementFor: z
          .strictObject({
            new: nameSchema.optional(),
            upgrade: nameSchema.optional(),
            reassessment: nameSchema.optional(),
          })
          .optional(),
        count: z.int().min(1).optional(),
        issuedWithin: z.strictObject({ workingDays: z.int().min(1), article: nameSchema }).optional(),
        exceptSets: z.array(setNumberSchema).optional(),
        proves: z.array(z.strictObject({ code: nameSchema, sets: z.string().regex(/^\d+(-\d+)?(,\d+(-\d+)?)*$/) })),
        article: nameSchema,
      }),
    )
    .min(1),
  reassessment: z
    .strictObject({
      papers: z.array(nameSchema).min(1),
      papersArticle: nameSchema,
      copies: nameSchema,
      to: nameSchema,
      article: nameSchema,
    })
    .optional(),
  issues: z.array(nameSchema),
}) satisfies z.ZodType<DossierRules>

export const unitCodesSchema = z.strictObject({
  decision: nameSchema,
  from: isoDateSchema,
  notes: z.array(nameSchema),
  provinces: z.array(z.strictObject({ code: z.string().regex(/^\d{2}$/), name: nameSchema })).min(1),
}) satisfies z.ZodType<UnitCodes>

export const holidayYearSchema = z.strictObject({
  year: z.int().min(2000).max(2200),
  announced: z.boolean(),
  sources: z
    .array(
      z.strictObject({ number: nameSchema, date: isoDateSchema.nullable(), issuer: nameSchema, subject: nameSchema }),
    )
    .min(1),
  daysOff: z.array(z.strictObject({ date: isoDateSchema, name: nameSchema })).min(1),
  workedDays: z.array(z.strictObject({ date: isoDateSchema, insteadOf: isoDateSchema })),
  notes: z.array(nameSchema),
}) satisfies z.ZodType<HolidayYear>

export const aftercareRulesSchema = z.strictObject({
  ruleSets: z.array(nameSchema).min(1),
  withdrawal: z
    .strictObject({
      withinDays: z.int().min(1),
      periodArticle: nameSchema,
      authorityArticle: nameSchema,
      grounds: z
        .array(
          z.strictObject({
            key: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
            text: nameSchema,
            startsBy: z.enum(withdrawalStarts),
            article: nameSchema,
          }),
        )
        .min(1),
    })
    .nullable(),
  writtenOpinions: z
    .strictObject({ article: nameSchema, withinDays: z.int().min(1), periodArticle: nameSchema })
    .nullable(),
  inspection: z.strictObject({
    article: z.string(),
    authorityArticle: z.string(),
    items: z
      .array(
        z.strictObject({
          key: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
          text: nameSchema,
          article: nameSchema,
          ground: nameSchema.nullable(),
        }),
      )
      .min(1),
    issues: z.array(nameSchema),
  }),
  issues: z.array(nameSchema),
}) satisfies z.ZodType<AftercareRules>
