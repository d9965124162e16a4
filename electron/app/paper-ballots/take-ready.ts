import { randomBytes } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import type { AppContext } from '../../context.ts'
import { commit, openDb } from '../commit.ts'
import { askedHere } from '../people/asked-here.ts'
import type { Pile } from './pile.ts'
import { readyAfterSample } from './sample.ts'
import { keepScans, takeOnce, type TakeInput } from './take-ballot.ts'
import { viewBallot } from './view-pile.ts'

/**
 * Takes every ready ballot as it was read, one transaction each, so that keys of others are answered in between.
 *
 * @throws Refusal `paper-sample-not-allowed`, `paper-sample-open`, and those of taking one: what was taken before stays
 */
export async function takeReady(app: AppContext, pile: Pile): Promise<{ readonly taken: number }> {
  const requireStill = askedHere(app)
  const { actor } = app
  const ready = readyAfterSample(openDb(app), pile)
  for (const ids of ready) {
    const { ballot, round, criteria } = viewBallot(openDb(app), pile, ids)
    const options = criteria.flatMap(({ option }) => (option === null ? [] : [option]))
    const input: TakeInput = { ...ids, actId: randomBytes(16).toString('hex'), round, seen: ballot.choices, options }
    const toTake = await keepScans(app, pile, input)
    requireStill()
    commit({ ...app, actor }, 'paperBallots.take', (db, now) =>
      takeOnce(db, { input, toTake, way: 'at-once', by: actor, now }),
    )
    await breathe()
  }
  return { taken: ready.length }
}
