import type { AppContext } from '../../context.ts'
import { openDb } from '../commit.ts'
import { openPiles } from './pile.ts'
import { viewPile } from './view-pile.ts'

/** How many ballots that were read from paper nobody has taken: who closes the file has to read them again. */
export function countWaitingPaper(app: AppContext): number {
  return openPiles(app).reduce((sum, pile) => {
    const { ballots } = viewPile(openDb(app), pile)
    return sum + ballots.filter(({ state }) => state !== 'taken' && state !== 'agrees').length
  }, 0)
}
