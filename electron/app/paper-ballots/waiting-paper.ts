import type { AppContext } from '../../context.ts'
import { openDb } from '../commit.ts'
import { openPiles, type Pile } from './pile.ts'
import { viewPile } from './view-pile.ts'

/**
 * How many ballots that were read from paper nobody has taken: who closes the file has to read them again. None of a pile whose
 * meeting is gone or cannot be read: that keeps nobody from closing.
 */
export function countWaitingPaper(app: AppContext): number {
  return openPiles(app).reduce((sum, pile) => sum + countOf(app, pile), 0)
}

function countOf(app: AppContext, pile: Pile): number {
  try {
    const { ballots } = viewPile(openDb(app), pile)
    return ballots.filter(({ state }) => state !== 'taken' && state !== 'agrees').length
  } catch (error) {
    app.log.error('a pile could not be counted', error)
    return 0
  }
}
