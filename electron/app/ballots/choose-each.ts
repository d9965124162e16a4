import type { AppContext } from '../../context.ts'
import { commit } from '../commit.ts'
import { commitRun } from '../commit-together.ts'
import { byWhoWorks } from '../people/by-who-works.ts'
import { procedures } from '../procedures.ts'
import { chooseOnce } from './ballot-acts.ts'

/** Choices of one hand that wait one after the other, as a pasted block does: a command each, one write for all. */
export function chooseEachHandler(app: AppContext) {
  return procedures.ballots.chooseEach.handler(({ input: { acts } }) =>
    commitRun(
      app,
      acts.map(
        (act) => (held: AppContext) =>
          commit(held, 'ballots.choose', (db, now) =>
            chooseOnce(db, { act: byWhoWorks(held, act), by: held.actor, now }),
          ),
      ),
    ),
  )
}
