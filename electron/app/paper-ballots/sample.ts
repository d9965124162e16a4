import { randomInt } from 'node:crypto'
import type { PaperSample } from '../../../shared/api/paper-ballots.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { BallotIds } from '../../../shared/domain/ballot/ballot-key.ts'
import { sampleSize } from '../../../shared/domain/paper-ballots/sample-size.ts'
import type { ReadDb } from '../../db/handles.ts'
import { readSessionFrame } from '../sessions/session-record.ts'
import type { Pile } from './pile.ts'
import { viewPile } from './view-pile.ts'
import { castKey, isDrawable, viewSample } from './view-sample.ts'

/** Draws of the ready ballots of which none was drawn yet; what was drawn stays drawn. @throws Refusal `paper-sample-not-allowed` */
export function drawSample(db: ReadDb, pile: Pile): PaperSample {
  requireAllowed(db, pile.sessionId)
  const sample = pile.sample ?? { drawn: new Map(), of: new Set(), agreed: new Set(), hasFailed: false }
  const { ballots } = viewPile(db, pile)
  const left = ballots.filter((row) => isDrawable(row) && !sample.of.has(castKey(row)))
  for (const row of left) sample.of.add(castKey(row))
  for (let count = sampleSize(left.length); count > 0; count -= 1) {
    const [row] = left.splice(randomInt(left.length), 1)
    if (row === undefined) break
    const { agendaItemId, memberId } = row
    sample.drawn.set(castKey(row), { agendaItemId, memberId })
  }
  pile.sample = sample
  return viewSample(sample, ballots)
}

/** Whether the ballot was drawn. Taken as it was read it bears the sample out; corrected, or found to be another, it does not. */
export function noteTaken(pile: Pile, taken: Parameters<typeof castKey>[0], isAsRead: boolean): void {
  const key = castKey(taken)
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
  return viewPile(db, pile)
    .ballots.filter((row) => isDrawable(row) && sample.of.has(castKey(row)))
    .map(({ agendaItemId, memberId }) => ({ agendaItemId, memberId }))
}

function requireAllowed(db: ReadDb, sessionId: number): void {
  if (!readSessionFrame(db, sessionId).regulation.takesClearPaper) throw new Refusal('paper-sample-not-allowed')
}
