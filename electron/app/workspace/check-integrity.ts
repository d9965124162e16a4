import type { IntegrityReport } from '../../../shared/api/workspace.ts'
import { fitsForm } from '../../../shared/domain/ballot/fits-form.ts'
import { ballotCode } from '../../../shared/domain/session/ballot-code.ts'
import { checkAuditChain } from '../../db/audit.ts'
import type { ReadDb } from '../../db/handles.ts'
import { eachBallot } from '../../db/queries/ballots.ts'
import { findBrokenSeals, loadSealedCriteriaSet } from '../../db/queries/sealed-files.ts'
import { findSession, listSessions } from '../../db/queries/sessions.ts'
import { checkDatabase } from '../../db/queries/workspace.ts'
import { requireFound } from '../commit.ts'
import { buildSessionRecord } from '../sessions/session-record.ts'

/**
 * "Kiểm chứng": the database's own check, the audit chain, the seals, what each ballot may hold, and every
 * closed session's digest, in this order.
 */
export function checkIntegrity(db: ReadDb): IntegrityReport {
  const chain = checkAuditChain(db)
  const firstDifference =
    firstDatabaseFault(db) ??
    chainFault(chain.firstBad) ??
    firstBrokenSeal(db) ??
    firstOddBallot(db) ??
    firstWrongDigest(db)
  return { events: chain.events, isIntact: firstDifference === null, firstDifference }
}

type Difference = IntegrityReport['firstDifference']

function firstDatabaseFault(db: ReadDb): Difference {
  const message = checkDatabase(db)
  return message === 'ok' ? null : { kind: 'database', message }
}

function chainFault(firstBad: number | null): Difference {
  return firstBad === null ? null : { kind: 'audit-event', seq: firstBad }
}

function firstBrokenSeal(db: ReadDb): Difference {
  const broken = findBrokenSeals(db)[0]
  return broken === undefined ? null : { kind: 'sealed-file', fileId: broken.id, key: broken.key }
}

/** A ballot whose points are not its form's: nothing else of its session could be computed. */
function firstOddBallot(db: ReadDb): Difference {
  for (const { sessionId, criteriaFileId, choices, secondChoices, scoringRound: round, ...codes } of eachBallot(db)) {
    const form = loadSealedCriteriaSet(db, criteriaFileId)
    if ([choices, secondChoices ?? choices].every((text) => fitsForm(text, form))) continue
    return { kind: 'ballot', sessionId, code: ballotCode({ ...codes, round }) }
  }
  return null
}

function firstWrongDigest(db: ReadDb): Difference {
  for (const { id, state } of listSessions(db)) {
    if (state !== 'closed') continue
    const stored = requireFound(findSession(db, id)).tallyDigest ?? ''
    const computed = buildSessionRecord(db, id).digest
    if (stored !== computed) return { kind: 'session-digest', sessionId: id, stored, computed }
  }
  return null
}
