import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import type { PaperBallot, PaperPile } from '../../../shared/api/paper-ballots.ts'
import type { BallotChoices } from '../../../shared/domain/scoring/types.ts'
import { orpc } from '../../api/client.ts'
import { useDesk } from '../../api/desk.ts'
import { queryClient } from '../../api/query-client.ts'
import { makeActId } from '../../ballot-sync/act-id.ts'
import { useOnce } from '../../components/use-once.ts'
import { withTaken } from './pile-lists.ts'

type Taken = {
  readonly ballot: PaperBallot
  /** As they are taken; every criterion has one. */
  readonly choices: BallotChoices
  readonly reason?: string
}

/** Takes a ballot as a person saw and corrected it. What is tried again after a failure is the same act, and has its effect once. */
export function useTake(sessionId: number) {
  const keyer = useDesk()?.person ?? null
  const tried = useRef<{ readonly of: string; readonly actId: string } | null>(null)
  const take = useMutation(orpc.paperBallots.take.mutationOptions())
  const once = useOnce(take)

  const run = ({ ballot, choices, reason }: Taken, onDone: () => void): void => {
    const { agendaItemId, memberId, round, ballot: seen } = ballot
    const options = choices.filter((choice) => choice !== null)
    if (options.length !== ballot.criteria.length) return
    const of = JSON.stringify([options, reason, seen.revision])
    if (tried.current?.of !== of) tried.current = { of, actId: makeActId() }
    once(
      {
        agendaItemId,
        memberId,
        round,
        actId: tried.current.actId,
        seen: seen.choices,
        options,
        ...(reason !== undefined && { reason }),
        ...(keyer !== null && { keyedBy: keyer.id }),
      },
      {
        onSuccess: () => {
          queryClient.setQueryData<PaperPile>(orpc.paperBallots.pile.queryKey({ input: { sessionId } }), (pile) =>
            pile === undefined ? pile : withTaken(pile, ballot),
          )
          onDone()
        },
      },
    )
  }

  return { run, isPending: take.isPending, error: take.error }
}
