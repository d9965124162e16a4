import { randomInt } from 'node:crypto'
import type { PaperSample } from '../../../shared/api/paper-ballots.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { ballotKey, type BallotIds, type BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import { sampleSize } from '../../../shared/domain/paper-ballots/sample-size.ts'
import type { ReadDb } from '../../db/handles.ts'
import { readSessionFrame } from '../sessions/session-record.ts'
import type { Pile } from './pile.ts'
import { viewPile } from './view-pile.ts'
import { viewSample } from './view-sample.ts'

/** Draws ready ballots that are to be looked at. @throws Refusal `paper-sample-not-allowed` */
export function drawSample(db: ReadDb, pile: Pile): PaperSample {
  requireAllowed(db, pile.sessionId)
  const rest = readyOf(db, pile)
  const drawn = new Map<BallotKey, BallotIds>()
  for (let left = sampleSize(rest.length); left > 0; left -= 1) {
    const [ids] = rest.splice(randomInt(rest.length), 1)
    if (ids !== undefined) drawn.set(ballotKey(ids), ids)
  }
  pile.sample = { drawn, agreed: new Set(), hasFailed: false }
  return viewSample(pile.sample)
}

/** A ballot was taken: where it was drawn, it bears the sample out, or does not. */
export function noteTaken(pile: Pile, ids: BallotIds, isAsRead: boolean): void {
  const key = ballotKey(ids)
  const { sample } = pile
  if (sample === null || !sample.drawn.has(key)) return
  if (isAsRead) sample.agreed.add(key)
  else sample.hasFailed = true
}

/** The ballots that may be taken at once now. @throws Refusal `paper-sample-not-allowed`, `paper-sample-open` */
export function readyAfterSample(db: ReadDb, pile: Pile): readonly BallotIds[] {
  requireAllowed(db, pile.sessionId)
  const { sample } = pile
  if (sample === null || sample.hasFailed || sample.agreed.size < sample.drawn.size)
    throw new Refusal('paper-sample-open')
  return readyOf(db, pile)
}

function readyOf(db: ReadDb, pile: Pile): BallotIds[] {
  return viewPile(db, pile).ballots.flatMap(({ state, agendaItemId, memberId }) =>
    state === 'ready' ? [{ agendaItemId, memberId }] : [],
  )
}

function requireAllowed(db: ReadDb, sessionId: number): void {
  if (!readSessionFrame(db, sessionId).regulation.takesClearPaper) throw new Refusal('paper-sample-not-allowed')
}
