import type { CertificatesBlocked, CertifiedBy } from '../../../shared/api/certificates.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { defaultOverprintLayout, type OverprintLayout } from '../../../shared/domain/certificates/overprint-layout.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import {
  findOverprintLayout,
  listRoundCertificates,
  listSessionCertificates,
  type CertificateRow,
} from '../../db/queries/documents-certificates.ts'
import { findRoundDecision } from '../../db/queries/documents.ts'
import { findRound } from '../../db/queries/opinions.ts'
import { findSession } from '../../db/queries/sessions.ts'
import { scopeOfSession, type CertificateScope, type CertifiedProduct } from '../../documents/certificate/certified.ts'
import type { CertifyingDecision } from '../../documents/certificate/model.ts'
import { scopeOfRound } from '../../documents/office-papers/opinions/recognition-decision.ts'
import { issueCode } from '../../documents/issue.ts'
import { withDigest, type UnsealedRecord } from '../../session-digest.ts'
import { requireFound } from '../commit.ts'
import { readOpinionRound } from '../opinions/read-round-facts.ts'
import { unsealedRecord } from '../sessions/session-record.ts'
import { citedPapers, issuesOfSession } from './register-entries.ts'

/** What certificates are numbered and printed from, whoever recognised: everything after this is one and the same. */
export type CertificateSource = {
  /** Of audit events. */
  readonly subject: string
  /** Null for a round of written opinions. */
  readonly sessionId: number | null
  readonly scope: CertificateScope
  /** In force; null while none is. */
  readonly decision: CertifyingDecision | null
  /** Why no number can be given now. */
  readonly blocked: Exclude<CertificatesBlocked, 'nothing-to-certify'> | null
  /** The certificates in force. */
  readonly numbered: readonly CertificateRow[]
  /** Products that are recognised no more, for those among them that have a certificate. */
  readonly lost: readonly CertifiedProduct[]
  /** The column of `certificates` that holds a product's id. */
  readonly column: 'agendaItemId' | 'writtenProductId'
  /** How its withdrawal is found, for a row of `numbered`: `session 7` or `list 7`. */
  readonly recognitionOf: (row: CertificateRow) => string
}

/** @throws Refusal `not-found` */
export function certificateSource(app: AppContext, db: ReadDb, by: CertifiedBy, until = Infinity): CertificateSource {
  return 'sessionId' in by
    ? sourceOfSession(db, unsealedRecord(db, requireFound(findSession(db, by.sessionId)).id), until)
    : sourceOfRound(app, db, by.roundId)
}

/** @param until numbers that later audit events gave are left out */
export function sourceOfSession(db: ReadDb, unsealed: UnsealedRecord, until = Infinity): CertificateSource {
  const record = withDigest(unsealed)
  const { id: sessionId, state } = record.session
  const scope = scopeOfSession(record)
  const { decision } = issuesOfSession(db, sessionId, until)
  const isCertified = new Set(scope.products.map(({ id }) => id))
  const named = citedPapers(db, sessionId).decision ?? ''
  return {
    subject: `session:${sessionId}`,
    sessionId,
    scope,
    decision: decision === undefined ? null : { ...decision, code: issueCode(decision), named },
    blocked: state !== 'closed' ? 'session-not-locked' : decision === undefined ? 'decision-not-numbered' : null,
    numbered: listSessionCertificates(db, sessionId),
    lost: record.items.filter(({ id }) => !isCertified.has(id)).map((item) => ({ ...item, star: 0 })),
    column: 'agendaItemId',
    recognitionOf: ({ id }) => `session ${id}`,
  }
}

/** Of a decided round all rests on what it copied and on its decision, neither of which changes while it is decided. */
function sourceOfRound(app: AppContext, db: ReadDb, roundId: number): CertificateSource {
  const facts = readOpinionRound(app, db, roundId)
  const { decision, closedOn, products } = facts.round
  // A decision of elsewhere names no signer: there is room for whoever signs.
  const { posts = [], signer = '' } = findRoundDecision(db, roundId) ?? {}
  const recognitions = new Map(products.map(({ id, recognitionId }) => [id, recognitionId]))
  return {
    subject: `written:${roundId}`,
    sessionId: null,
    scope: scopeOfRound(facts),
    decision:
      decision === null
        ? null
        : {
            code: decision.number,
            issuedOn: decision.on,
            named: `${decision.number} ngày ${formatDate(decision.on)}`,
            posts: [...posts],
            signer,
          },
    blocked: closedOn === null ? 'round-open' : decision === null ? 'decision-not-numbered' : null,
    numbered: listRoundCertificates(db, roundId),
    lost: [],
    column: 'writtenProductId',
    recognitionOf: ({ itemId }) => `list ${recognitions.get(itemId) ?? 0}`,
  }
}

/** Where the fields go on the pre-printed sheets of its council. @throws Refusal `not-found` */
export function overprintOf(
  db: ReadDb,
  by: CertifiedBy,
): { readonly councilId: number; readonly layout: OverprintLayout } {
  const { councilId } =
    'sessionId' in by ? requireFound(findSession(db, by.sessionId)) : requireFound(findRound(db, by.roundId))
  return { councilId, layout: findOverprintLayout(db, councilId) ?? defaultOverprintLayout }
}
