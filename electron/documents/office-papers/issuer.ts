import type { OfficeFacts } from '../../../shared/api/office-papers.ts'
import type { RuleSet } from '../../../shared/domain/rules/rule-set.ts'
import { authorityOf, officeOf, type Authority, type Office } from '../authority.ts'

/** What a paper's issuer is worked out from. */
export type IssuerFacts = {
  readonly office: OfficeFacts
  /** In force on the day. */
  readonly ruleSet: RuleSet
  /** The day that the paper is of, ISO date: bodies are called otherwise from one year to another. */
  readonly day: string
}

/** The committee or ministry, and the unit that runs the programme for it, under the name that the unit uses. */
export type Issuer = { readonly authority: Authority; readonly office: Office }

export function issuerOf({ office: facts, ruleSet, day }: IssuerFacts): Issuer {
  const { level, province, district, unit, abbreviation } = facts
  const at = { level, council: { province, district }, ruleSet, session: { heldOn: day } }
  const authority = authorityOf(at)
  const byLaw = officeOf(at)
  const named = { ...byLaw, abbreviation: abbreviation === '' ? byLaw.abbreviation : abbreviation }
  if (unit === '') return { authority, office: named }
  const name = authority.area === '' ? unit : `${unit} ${authority.area}`
  return { authority, office: { ...named, issuingBody: [unit.toUpperCase()], name } }
}
