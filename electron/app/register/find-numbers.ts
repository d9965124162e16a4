import { numberRank } from '../../../shared/domain/documents/number-rank.ts'
import type { ReadDb } from '../../db/handles.ts'
import {
  listCertificateNumbers,
  listDecisionNumbers,
  listListedNumbers,
  type CertificateNumber,
  type DecisionNumber,
  type ListedNumber,
} from '../../db/queries/certificate-numbers.ts'
import { issueCode } from '../../documents/issue.ts'
import { keptOfTables } from '../kept.ts'

type NumberedCertificate = Pick<
  CertificateNumber,
  'decision' | 'issuedOn' | 'productId' | 'productName' | 'sessionId' | 'roundId'
> & {
  readonly code: string
  readonly isVoid: boolean
  /** Of the register: `session 7`, `list 12`; null where nothing there stands for it. */
  readonly entry: string | null
}

type Numbers = {
  /** Of this file, and those that lists tell of. */
  readonly certificates: readonly NumberedCertificate[]
  /** Of lists. */
  readonly decisions: readonly DecisionNumber[]
}

/** Certificates, void ones and those of lists too, and decisions of lists that a typed number names: the best first, of them the latest. */
export function findNumbers(db: ReadDb, typed: string): Numbers {
  const { certificates, decisions } = numbersOf(db)
  return { certificates: byNumber(certificates, typed), decisions: byNumber(decisions, typed) }
}

/** The recognitions of the register whose certificate, or decision, has that number: `session 7`, `list 12`. */
export function recognitionsNumbered(db: ReadDb, typed: string): ReadonlySet<string> {
  const { certificates, decisions } = numbersOf(db)
  return new Set([
    ...certificates.flatMap(({ entry, isVoid, code, decision }) =>
      entry !== null && !isVoid && [code, decision].some((one) => numberRank(one, typed) !== null) ? [entry] : [],
    ),
    ...byNumber(decisions, typed)
      .flatMap(({ ids }) => idsIn(ids))
      .map((id) => `list ${id}`),
  ])
}

const idsIn = (json: string): readonly number[] => JSON.parse(json) as readonly number[]

const numberTables = ['certificates', 'agenda_items', 'written_products', 'products', 'recognitions']

function numbersOf(db: ReadDb): Numbers {
  return keptOfTables(db, { name: 'numbers of certificates and of decisions', tables: numberTables }, () => ({
    certificates: [...listCertificateNumbers(db).map(ownNumber), ...listListedNumbers(db).map(listedNumber)],
    decisions: listDecisionNumbers(db),
  }))
}

function ownNumber({ id, recognitionId, isVoid, number, symbol, ...one }: CertificateNumber): NumberedCertificate {
  const ofRound = recognitionId === null ? null : `list ${recognitionId}`
  return {
    ...one,
    code: issueCode({ number, symbol }),
    isVoid: isVoid === 1,
    entry: one.sessionId === null ? ofRound : `session ${id}`,
  }
}

const listedNumber = ({ recognitionId, ...one }: ListedNumber): NumberedCertificate => ({
  ...one,
  sessionId: null,
  roundId: null,
  isVoid: false,
  entry: `list ${recognitionId}`,
})

function byNumber<Numbered extends { readonly code: string }>(all: readonly Numbered[], typed: string) {
  return all
    .flatMap((one) => {
      const rank = numberRank(one.code, typed)
      return rank === null ? [] : [{ one, rank }]
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ one }) => one)
}
