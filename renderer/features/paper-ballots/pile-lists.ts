import type { PaperBallotRow, PaperBallotState, PaperPile, UnplacedPage } from '../../../shared/api/paper-ballots.ts'
import type { BallotIds } from '../../../shared/domain/ballot/ballot-key.ts'
import type { PaperChip, PaperList } from './paper-address.ts'

/** Ballots that a person has something to do with, what takes longest first. */
const work: readonly PaperBallotState[] = ['unclear', 'differs', 'ready']

export function isWork({ state }: Pick<PaperBallotRow, 'state'>): boolean {
  return work.includes(state)
}

/** Those of one list, in the order of the agenda; without a list all that there is work with, each kind together. */
export function shownBallots({ ballots, sample }: PaperPile, list: PaperList | undefined): PaperPile['ballots'] {
  if (list === 'sample')
    return ballots.filter((ballot) => sample?.drawn.some((drawn) => isSame(ballot, drawn)) === true)
  if (list !== undefined) return ballots.filter(({ state }) => state === list)
  return work.flatMap((state) => ballots.filter((ballot) => ballot.state === state))
}

/** How many each list has. */
export function countLists({ ballots, unplaced }: PaperPile): Readonly<Record<PaperChip, number>> {
  const count = (state: PaperBallotState): number => ballots.filter((ballot) => ballot.state === state).length
  return {
    unclear: count('unclear'),
    differs: count('differs'),
    ready: count('ready'),
    agrees: count('agrees'),
    taken: count('taken'),
    unplaced: sortUnplaced(unplaced).due.length,
  }
}

/** Pages of no ballot: those that a person deals with, and those that were to be expected. */
export function sortUnplaced(unplaced: readonly UnplacedPage[]): {
  readonly due: readonly UnplacedPage[]
  readonly expected: readonly UnplacedPage[]
} {
  const isExpected = ({ why }: UnplacedPage): boolean => why === 'blank' || why === 'again'
  return {
    due: unplaced.filter((page) => !isExpected(page)),
    expected: unplaced.filter(isExpected),
  }
}

/** The ballot before or after one in a list; null at its ends, and of an empty list. A ballot that is not in it leads to the first. */
export function neighbourOf(
  ballots: PaperPile['ballots'],
  { of, step }: { readonly of: BallotIds; readonly step: 1 | -1 },
): PaperBallotRow | null {
  const at = ballots.findIndex((ballot) => isSame(ballot, of))
  return (at === -1 ? ballots[0] : ballots[at + step]) ?? null
}

/** Which ballot comes after one that was just taken: the next of the list that there is work with, else the first. */
export function afterTaking(ballots: PaperPile['ballots'], taken: BallotIds): PaperBallotRow | null {
  const at = ballots.findIndex((ballot) => isSame(ballot, taken))
  const others = [...ballots.slice(at + 1), ...ballots.slice(0, Math.max(0, at))]
  return others.find(isWork) ?? null
}

/** The pile once a ballot of it was taken, before the application says so itself. */
export function withTaken(pile: PaperPile, taken: BallotIds): PaperPile {
  const ballots = pile.ballots.map((ballot) =>
    isSame(ballot, taken) ? { ...ballot, state: 'taken' as const } : ballot,
  )
  return { ...pile, ballots }
}

function isSame(one: BallotIds, other: BallotIds): boolean {
  return one.agendaItemId === other.agendaItemId && one.memberId === other.memberId
}
