import type { RuleSet } from '../../../shared/domain/rules/rule-set.ts'
import { finalStar } from '../../../shared/domain/session/outcome.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import type { AtPlace } from '../place.ts'
import { outcomesOf } from '../outcome.ts'

/** A product that is recognised, as its certificate calls it. */
export type CertifiedProduct = {
  /** Of the agenda, or of the round of written opinions. */
  readonly id: number
  readonly code: string
  readonly productName: string
  readonly producerName: string
  readonly commune: string
  readonly district: string
  readonly star: number
}

/** What certificates rest on: the results of a session, or of a round of written opinions. */
export type CertificateScope = AtPlace & {
  readonly ruleSet: RuleSet
  /** `heldOn`: the day by which bodies are named. */
  readonly session: { readonly heldOn: string }
  /** Its results can change no more. */
  readonly isLocked: boolean
  /** `Năm 2026, đợt 1`. */
  readonly batch: string
  /** In the order of the decision's annex: highest star first. */
  readonly products: readonly CertifiedProduct[]
}

/**
 * The products that the session's level recognises. One that goes up, and one of 1 or 2 stars, gets no certificate from this
 * level.
 */
export function scopeOfSession(record: SessionRecord): CertificateScope {
  const { level, council, ruleSet, session } = record
  const products = outcomesOf(record).recognised.map((item) => {
    const { id, code, productName, producerName, commune, district } = item
    return { id, code, productName, producerName, commune, district, star: finalStar(item) }
  })
  return {
    level,
    council: { province: council.province, district: council.district },
    ruleSet,
    session: { heldOn: session.heldOn },
    isLocked: session.state === 'closed',
    batch: `Năm ${session.year}, đợt ${session.round}`,
    products: byStar(products),
  }
}

/** Highest star first, else as they come. */
export function byStar<Product extends { readonly star: number }>(products: readonly Product[]): readonly Product[] {
  return products.toSorted((a, b) => b.star - a.star)
}
