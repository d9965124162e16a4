import { numberRank } from '../../../shared/domain/documents/number-rank.ts'
import type { ReadDb } from '../../db/handles.ts'
import {
  listCertificateNumbers,
  listDecisionNumbers,
  type CertificateNumber,
  type DecisionNumber,
} from '../../db/queries/certificate-numbers.ts'
import { issueCode } from '../../documents/issue.ts'
import { keptOf } from '../kept.ts'

type Numbers = {
  readonly certificates: readonly (CertificateNumber & { readonly code: string })[]
  /** Of lists. */
  readonly decisions: readonly DecisionNumber[]
}

/** Certificates, void ones too, and decisions of lists that a typed number names: the best first, of them the latest. */
export function findNumbers(db: ReadDb, typed: string): Numbers {
  const { certificates, decisions } = numbersOf(db)
  return { certificates: byNumber(certificates, typed), decisions: byNumber(decisions, typed) }
}

/** The recognitions of the register whose certificate, or decision, has that number: `session 7`, `list 12`. */
export function recognitionsNumbered(db: ReadDb, typed: string): ReadonlySet<string> {
  const { certificates, decisions } = numbersOf(db)
  const own = certificates.filter(
    ({ isVoid, code, decision }) => isVoid === 0 && [code, decision].some((one) => numberRank(one, typed) !== null),
  )
  return new Set([
    ...own.map(({ id, sessionId, recognitionId }) => (sessionId === null ? `list ${recognitionId}` : `session ${id}`)),
    ...byNumber(decisions, typed)
      .flatMap(({ ids }) => idsIn(ids))
      .map((id) => `list ${id}`),
  ])
}

const idsIn = (json: string): readonly number[] => JSON.parse(json) as readonly number[]

function numbersOf(db: ReadDb): Numbers {
  return keptOf(db, 'numbers of certificates and of decisions', () => ({
    certificates: listCertificateNumbers(db).map((one) => ({ ...one, code: issueCode(one) })),
    decisions: listDecisionNumbers(db),
  }))
}

function byNumber<Numbered extends { readonly code: string }>(all: readonly Numbered[], typed: string) {
  return all
    .flatMap((one) => {
      const rank = numberRank(one.code, typed)
      return rank === null ? [] : [{ one, rank }]
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ one }) => one)
}
