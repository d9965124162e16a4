import { layActs, type ActedBallot, type BallotAct } from '../../shared/domain/ballot/acts.ts'
import { ballotKey, type BallotKey } from '../../shared/domain/ballot/ballot-key.ts'

/** A ballot as the application answered it. */
export type SavedBallot = ActedBallot & {
  /** Grows with every change of the ballot. */
  readonly revision: number
}

/**
 * The ballots of a screen: as the application said last, and as shown, with what still waits laid over that. Whenever
 * either changes, the acts are laid anew over what is saved: undone, and done again on what others made of it.
 */
export type Ballots<Saved extends SavedBallot> = {
  readonly saved: ReadonlyMap<BallotKey, Saved>
  /** In the order made. */
  readonly waiting: readonly BallotAct[]
  readonly shown: ReadonlyMap<BallotKey, Saved>
}

export function noBallots<Saved extends SavedBallot>(): Ballots<Saved> {
  return { saved: new Map(), waiting: [], shown: new Map() }
}

/** The ballots once these were heard. Answers may come in another order than they were given: the newer one stays. */
export function withSaved<Saved extends SavedBallot>(ballots: Ballots<Saved>, heard: Iterable<Saved>): Ballots<Saved> {
  const saved = new Map(ballots.saved)
  const keys = new Set<BallotKey>()
  for (const ballot of heard) {
    const key = ballotKey(ballot)
    const known = saved.get(key)
    if (known !== undefined && isNewer(known, ballot)) continue
    saved.set(key, ballot)
    keys.add(key)
  }
  return keys.size === 0 ? ballots : lay({ ...ballots, saved }, keys)
}

/** The ballots while these acts wait. */
export function withWaiting<Saved extends SavedBallot>(
  ballots: Ballots<Saved>,
  waiting: readonly BallotAct[],
): Ballots<Saved> {
  return lay({ ...ballots, waiting }, new Set([...ballots.waiting, ...waiting].map(ballotKey)))
}

function lay<Saved extends SavedBallot>(ballots: Ballots<Saved>, keys: ReadonlySet<BallotKey>): Ballots<Saved> {
  const acts = Map.groupBy(ballots.waiting, ballotKey)
  const shown = new Map(ballots.shown)
  for (const key of keys) {
    const saved = ballots.saved.get(key)
    if (saved !== undefined) shown.set(key, layActs(saved, acts.get(key) ?? []))
  }
  return { ...ballots, shown }
}

function isNewer(known: SavedBallot, heard: SavedBallot): boolean {
  return known.round > heard.round || (known.round === heard.round && known.revision > heard.revision)
}
