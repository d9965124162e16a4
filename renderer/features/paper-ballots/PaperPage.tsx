import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import { orpc } from '../../api/client.ts'
import { BallotScreen } from './BallotScreen.tsx'
import type { PaperSearch } from './paper-address.ts'
import { PilePage } from './PilePage.tsx'
import { useReading } from './use-reading.ts'

const route = getRouteApi('/frame/sessions/$sessionId/paper')

/** Reading a session's paper ballots: the pile of scanned pages, or one ballot of it. Files are read on while one is looked at. */
export function PaperPage() {
  const { sessionId } = route.useParams()
  const { item, member, list } = route.useSearch()
  const navigate = route.useNavigate()
  const pile = useQuery(orpc.paperBallots.pile.queryOptions({ input: { sessionId } }))
  const session = useQuery(orpc.sessions.get.queryOptions({ input: { sessionId } }))
  const reading = useReading(sessionId)
  const onGo = useCallback((search: PaperSearch) => void navigate({ search }), [navigate])
  // An address may name a ballot that the pile has no page of any more.
  const isGone =
    pile.data !== undefined &&
    pile.data.ballots.every(({ agendaItemId, memberId }) => agendaItemId !== item || memberId !== member)
  if (item === undefined || member === undefined || session.data === undefined || isGone)
    return (
      <PilePage
        sessionId={sessionId}
        pile={pile}
        reading={reading}
        list={list}
        isBallotGone={isGone && item !== undefined}
        onGo={onGo}
      />
    )
  return (
    <BallotScreen
      key={`${item}/${member}`}
      session={session.data}
      pile={pile.data}
      of={{ agendaItemId: item, memberId: member }}
      list={list}
      onGo={onGo}
    />
  )
}
