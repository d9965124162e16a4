import { useEffect } from 'react'
import type { BallotIds } from '../../../shared/domain/ballot/ballot-key.ts'
import { orpc } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import { pilePicture } from './use-pile-picture.ts'

/** Asks for the ballot that comes next, and for the pictures of its pages, while one is looked at. */
export function usePrefetchBallot(next: BallotIds | null): void {
  const [agendaItemId, memberId] = [next?.agendaItemId, next?.memberId]
  useEffect(() => {
    if (agendaItemId === undefined || memberId === undefined) return
    const fetch = async (): Promise<void> => {
      await queryClient.prefetchQuery(orpc.rules.itemForm.queryOptions({ input: { agendaItemId } }))
      const ballot = await queryClient.fetchQuery(
        orpc.paperBallots.ballot.queryOptions({ input: { agendaItemId, memberId } }),
      )
      for (const { source } of ballot.pages)
        if (source !== null) await queryClient.prefetchQuery(pilePicture(source.id))
    }
    // What cannot be had ahead of time says so once it is opened.
    fetch().catch(() => {})
  }, [agendaItemId, memberId])
}
