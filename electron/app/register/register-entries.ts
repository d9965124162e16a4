import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import type { Evaluations } from '../../../shared/domain/certificates/evaluated-again.ts'
import {
  byPressure,
  readRegisterOn,
  type RecognitionFact,
  type RegisterEntry,
} from '../../../shared/domain/certificates/register.ts'
import type { RuleSet } from '../../../shared/domain/rules/rule-set.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import {
  listRecognitionFacts,
  listTouchedCertificates,
  readEvaluations,
} from '../../db/queries/certificate-register.ts'
import { listWithdrawnDays } from '../../db/queries/withdrawals.ts'
import { sourceOfSession } from '../documents/certificate-source.ts'
import { changedCertificates } from '../documents/certificates.ts'
import { keptOf } from '../kept.ts'
import { unsealedRecord } from '../sessions/session-record.ts'

/** What the register is read by. */
export type LawNow = { readonly day: string; readonly ruleSets: readonly RuleSet[] }

export function lawNow({ clock, rules }: AppContext): LawNow {
  return { day: vietnamDay(clock.now()), ruleSets: rules.ruleSets }
}

/**
 * Every recognition of the file with its state on the day, the most pressing first.
 *
 * @param decidedBy later decisions are left out
 */
export function readEntries(db: ReadDb, on: LawNow, { decidedBy = '9999' } = {}): readonly RegisterEntry[] {
  return keptOf(db, `certificates ${on.day} ${decidedBy}`, () => {
    const facts = listRecognitionFacts(db, { productIds: null, lowestStar: lowestStarOf(on) })
    const decided = facts.filter(
      ({ decisionDate, decisionYear }) => (decisionDate ?? String(decisionYear ?? '')) <= decidedBy,
    )
    return byPressure(standing(db, on, decided))
  })
}

/** Those of these products. */
export function readEntriesOf(db: ReadDb, on: LawNow, productIds: readonly number[]): readonly RegisterEntry[] {
  return standing(db, on, listRecognitionFacts(db, { productIds, lowestStar: lowestStarOf(on) }))
}

/** Read with their product: how one stands hangs on the recognitions of its own product alone. */
function standing(db: ReadDb, on: LawNow, facts: readonly RecognitionFact[]): readonly RegisterEntry[] {
  const own = facts.filter(({ source }) => source === 'session').map(({ id }) => id)
  const days = listWithdrawnDays(db)
  const told = days.size === 0 ? facts : facts.map((fact) => ({ ...fact, ...withdrawnIn(days, fact) }))
  return readRegisterOn(told, { ...on, moved: movedCertificates(db, own), evaluations: evaluationsOf(db, on) })
}

function withdrawnIn(
  days: ReadonlyMap<string, string>,
  { source, id }: RegisterEntry | { source: string; id: number },
) {
  const withdrawnOn = days.get(`${source} ${id}`)
  return withdrawnOn === undefined ? {} : { withdrawnOn }
}

/** Evaluations again that the file knows of, by product. */
export function evaluationsOf(db: ReadDb, on: Pick<LawNow, 'ruleSets'>): ReadonlyMap<number, Evaluations> {
  return readEvaluations(db, lowestStarOf(on))
}

const lowestStarOf = ({ ruleSets }: Pick<LawNow, 'ruleSets'>): number =>
  Math.min(...ruleSets.map(({ lowestRecognisedStar }) => lowestRecognisedStar))

/** The certificates that rest on what is so no more: of an unlocked session all, of a locked one those that read otherwise now. */
function movedCertificates(db: ReadDb, ids: readonly number[]): ReadonlySet<number> {
  const ofSessions = Map.groupBy(listTouchedCertificates(db, ids), ({ sessionId }) => sessionId)
  const moved = [...ofSessions].flatMap(([sessionId, rows]) => {
    if (rows.some(({ state }) => state !== 'closed')) return rows
    const changed = changedCertificates(sourceOfSession(db, unsealedRecord(db, sessionId)))
    return rows.filter(({ agendaItemId }) => changed.has(agendaItemId))
  })
  return new Set(moved.map(({ id }) => id))
}
