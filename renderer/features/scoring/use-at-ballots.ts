import { useQuery } from '@tanstack/react-query'
import type { AtBallot } from '../../../shared/api/room.ts'
import type { BallotIds } from '../../../shared/domain/ballot/ballot-key.ts'
import { orpc } from '../../api/client.ts'

/** In milliseconds; who is silent for longer than two of these is gone. */
const sayAgainAfter = 10_000

const none: readonly AtBallot[] = []

/** Says which ballot is open here, null for none, and answers who else has one open, as it changes. */
export function useAtBallots(sessionId: number, here: BallotIds | null): readonly AtBallot[] {
  const { data } = useQuery({
    ...orpc.room.attend.queryOptions({ input: { sessionId, ...here } }),
    // It is said anew each time, since another ballot was said in between.
    staleTime: 0,
    refetchInterval: sayAgainAfter,
    refetchIntervalInBackground: true,
    placeholderData: (before) => before,
  })
  return data ?? none
}

/** Who else has this ballot open, in words; empty for nobody. */
export function whoIsAt(others: readonly AtBallot[], { agendaItemId, memberId }: BallotIds): string {
  return others
    .filter((other) => other.agendaItemId === agendaItemId && other.memberId === memberId)
    .map(({ who }) => who)
    .join(', ')
}
