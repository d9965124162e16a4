import { finalStar, outcomeOf, type Outcome } from '../../../shared/domain/session/outcome.ts'
import type { ReadDb } from '../../db/handles.ts'
import type { YearSession } from '../../db/queries/deadlines.ts'
import { listLiveRegisterRows } from '../../db/queries/documents.ts'
import { namesItem } from '../../documents/document-facts.ts'
import { readSessionFrame, tallySession } from '../sessions/session-record.ts'

/** What became of each product of a session, by agenda item, and where they go up to. */
export type SessionOutcomes = {
  readonly items: ReadonlyMap<number, Outcome['kind']>
  /** Of those that are recognised. */
  readonly stars: ReadonlyMap<number, number>
  /** Null at the top. */
  readonly refersTo: string | null
}

/** A locked session is a closed book: what became of its products is worked out once for each digest of its tally. */
const known = new WeakMap<ReadDb, Map<string, SessionOutcomes>>()

export function outcomesOf(db: ReadDb, { id, tallyDigest }: Pick<YearSession, 'id' | 'tallyDigest'>): SessionOutcomes {
  const ofFile = known.get(db) ?? new Map<string, SessionOutcomes>()
  known.set(db, ofFile)
  const key = `${id} ${tallyDigest}`
  const before = ofFile.get(key)
  if (before !== undefined) return before
  const frame = readSessionFrame(db, id)
  const place = { ruleSet: frame.ruleSet, level: frame.session.level }
  const tallied = [...tallySession(db, frame)].map((item) => ({ item, kind: outcomeOf(item, place).kind }))
  const items = new Map(tallied.map(({ item, kind }) => [item.id, kind]))
  const recognised = tallied.filter(({ kind }) => kind === 'recognised')
  const stars = new Map(recognised.map(({ item }) => [item.id, finalStar(item)]))
  const refersTo = frame.ruleSet.levels.find(({ level }) => level === place.level)?.referral?.to ?? null
  const outcomes = { items, stars, refersTo }
  ofFile.set(key, outcomes)
  return outcomes
}

/** The products of a locked session that go up and that no letter with a number in force names, with the last letter's day. */
export function unsentOf(
  db: ReadDb,
  session: Pick<YearSession, 'id' | 'tallyDigest'>,
): { readonly itemIds: readonly number[]; readonly sentOn: string | null } {
  const { items } = outcomesOf(db, session)
  const letters = listLiveRegisterRows(db, session.id).filter(({ kind }) => kind === 'referral-letter')
  const isSent = (itemId: number) =>
    letters.some(({ dataFacts: facts }) => namesItem({ kind: 'referral-letter', facts, itemId }))
  const itemIds = [...items].filter(([id, kind]) => kind === 'sent-up' && !isSent(id)).map(([id]) => id)
  const sentOn =
    letters
      .map(({ issuedOn }) => issuedOn)
      .toSorted()
      .at(-1) ?? null
  return { itemIds, sentOn }
}
