import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { BoardRow } from '../../../shared/api/ballots.ts'
import type { AtBallot } from '../../../shared/api/room.ts'
import { nextBallot, type BallotOrder } from '../../../shared/domain/ballot/ballot-order.ts'
import type { GridBallot, GridLayout } from '../../../shared/score-grid/score-grid.ts'
import type { BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import { orpc } from '../../api/client.ts'
import { boardPlaces } from './board-places.ts'
import type { SessionDesk } from './desk-of-session.ts'
import { recallPlace, rememberPlace } from './last-place.ts'

type UseOpenBallotInput = {
  place: SessionDesk
  ballot: BallotKey
  criterion: string | null
  isLaid: boolean
  layout: GridLayout
}

/**
 * Puts the cursor on the ballot that the address names as soon as it lies on the desk: on the criterion named, else
 * where it stood, else, after a start, where keying stopped last time.
 */
export function useOpenBallot({ place, ballot, criterion, isLaid, layout }: UseOpenBallotInput): void {
  const layoutKey = layout.kind === 'grid' ? layout.columns.join() : ''
  useEffect(() => {
    const { grid } = place.desk.read()
    const target = grid?.ballots[ballot]
    if (!isLaid || grid === null || target === undefined) return
    const row = rowToOpen({ place, target, criterion })
    const isThere =
      !place.isFresh() && row === null && grid.cursor.ballot === ballot && grid.layout.kind === layout.kind
    if (!isThere) place.desk.open({ ballot, layout, ...(row === null ? {} : { row }) })
    place.begin()
    // The layout is made anew with every render; its columns say whether it is another.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [place, ballot, criterion, isLaid, layout.kind, layoutKey])
}

type RowToOpenInput = {
  place: SessionDesk
  target: GridBallot
  criterion: string | null
}

function rowToOpen({ place, target, criterion }: RowToOpenInput): number | null {
  const named = criterion === null ? -1 : target.criteria.findIndex((at) => at.criterion.code === criterion)
  if (named >= 0) return named
  if (!place.isFresh()) return null
  const last = recallPlace({ storage: localStorage, ...place })
  return last !== null && last.item === target.agendaItemId && last.member === target.memberId ? last.row : null
}

/** Keeps the place of the cursor for the next start. */
export function useRememberedPlace(place: SessionDesk): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const keep = (): void => {
      timer = null
      const { grid } = place.desk.read()
      const at = grid?.ballots[grid.cursor.ballot]
      if (place.isFresh() || grid === null || at === undefined) return
      rememberPlace({
        storage: localStorage,
        ...place,
        at: { item: at.agendaItemId, member: at.memberId, row: grid.cursor.row },
      })
    }
    const leave = place.desk.subscribe(() => {
      timer ??= setTimeout(keep, 200)
    })
    return () => {
      leave()
      if (timer !== null) clearTimeout(timer)
      keep()
    }
  }, [place])
}

type UsePrefetchNextInput = {
  rows: readonly BoardRow[]
  item: number
  member: number
  order: BallotOrder
  place: SessionDesk
  others: readonly AtBallot[]
}

/** The next product's form and ballots come before they are wanted. */
export function usePrefetchNext({ rows, item, member, order, place, others }: UsePrefetchNextInput): void {
  const queryClient = useQueryClient()
  const places = boardPlaces(rows, place.desk.read(), others)
  const next = nextBallot({ places, after: { agendaItemId: item, memberId: member }, order })?.agendaItemId
  useEffect(() => {
    if (next === undefined || next === item) return
    void queryClient.prefetchQuery(orpc.rules.itemForm.queryOptions({ input: { agendaItemId: next } }))
    void queryClient.prefetchQuery(orpc.ballots.ofItem.queryOptions({ input: { agendaItemId: next } }))
  }, [queryClient, next, item])
}
