import { createHash } from 'node:crypto'
import type { CriteriaSet } from '../shared/domain/criteria/criteria-set.ts'
import type { RuleSet } from '../shared/domain/rules/rule-set.ts'
import { canonicalJson } from '../shared/domain/session/canonical-json.ts'

type Seal = {
  /** The content as one canonical text. */
  readonly body: string
  /** Its SHA-256 in hexadecimal. */
  readonly sha256: string
}

const seals = new WeakMap<CriteriaSet | RuleSet, Seal>()

/** Shipped files never change while the program runs: each is written out and hashed once, however often it is used. */
export function sealOf(content: CriteriaSet | RuleSet): Seal {
  const known = seals.get(content)
  if (known !== undefined) return known
  const body = canonicalJson(content)
  const seal = { body, sha256: createHash('sha256').update(body).digest('hex') }
  seals.set(content, seal)
  return seal
}
