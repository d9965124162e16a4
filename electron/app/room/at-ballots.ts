import type { AtBallot } from '../../../shared/api/room.ts'
import type { BallotIds } from '../../../shared/domain/ballot/ballot-key.ts'

/** Screens say again every ten seconds where they are; one that misses it twice is gone. In milliseconds. */
const silentAfter = 25_000

/**
 * Who has which ballot open to key it, in memory: people, not windows, since the audit knows no windows either.
 *
 * @param now Milliseconds.
 * @param onSilent Called when one has fallen silent: other screens ask only when they are told to.
 */
export function createAtBallots(now: () => number, onSilent: () => void) {
  const places = new Map<string, BallotIds & { readonly until: number; readonly silence: NodeJS.Timeout }>()
  const goSilent = (who: string): void => {
    places.delete(who)
    onSilent()
  }
  const find = (who: string): BallotIds | null => {
    const place = places.get(who)
    if (place === undefined || place.until < now()) return null
    const { agendaItemId, memberId } = place
    return { agendaItemId, memberId }
  }
  return {
    find,
    /** True where it is news. */
    say: (who: string, at: BallotIds | null): boolean => {
      const before = find(who)
      clearTimeout(places.get(who)?.silence)
      if (at === null) places.delete(who)
      else {
        const silence = setTimeout(goSilent, silentAfter + 1, who).unref()
        places.set(who, { ...at, until: now() + silentAfter, silence })
      }
      return before?.agendaItemId !== at?.agendaItemId || before?.memberId !== at?.memberId
    },
    othersThan: (self: string): readonly AtBallot[] =>
      [...places.keys()].flatMap((who) => {
        const at = who === self ? null : find(who)
        return at === null ? [] : { who, ...at }
      }),
  }
}
