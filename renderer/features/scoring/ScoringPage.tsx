import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { visitedSession } from '../../api/current-session.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Page } from '../../components/Page.tsx'
import { useBallotProgress } from '../../components/progress/use-ballot-progress.ts'
import { useReach } from '../../components/Reachable.tsx'
import { BallotView } from './BallotView.tsx'
import { BoardPage } from './BoardPage.tsx'
import { VerificationView } from './VerificationView.tsx'
import { GridView } from './GridView.tsx'
import { ReferenceView } from './ReferenceView.tsx'
import { addressOf, type ScoringSearch } from './scoring-address.ts'
import { useBallotOrder } from './use-ballot-order.ts'
import { useSessionDesk } from './use-session-desk.ts'

const route = getRouteApi('/frame/sessions/$sessionId/scoring')

/** Scoring in a session: who has not scored, one ballot, or all ballots of one product. */
export function ScoringPage() {
  const { t } = useTranslation('scoring')
  const { sessionId } = route.useParams()
  const at = addressOf(route.useSearch())
  const navigate = route.useNavigate()
  const session = useQuery(orpc.sessions.get.queryOptions({ input: { sessionId } }))
  const board = useQuery(orpc.ballots.board.queryOptions({ input: { sessionId } }))
  const verifications = useQuery(orpc.verifications.list.queryOptions({ input: { sessionId } }))
  const rules = useQuery(orpc.rules.list.queryOptions())
  const progress = useBallotProgress(board)
  const place = useSessionDesk(sessionId)
  const canReach = useReach()
  const [order, setOrder] = useBallotOrder()
  const onGo = useCallback((search: ScoringSearch) => void navigate({ search }), [navigate])
  const isFound = session.data !== undefined
  useEffect(() => {
    if (isFound) visitedSession.set(sessionId)
  }, [isFound, sessionId])
  useEffect(() => () => place?.desk.forgetLeft(), [place])
  const error = session.error ?? board.error ?? rules.error
  const isRead = session.data !== undefined && board.data !== undefined && rules.data !== undefined
  // What was read before stays on the screen, with the keys that wait to be saved, while asking again fails.
  if (error !== null && !isRead) {
    return (
      <Page title={t('title')}>
        <ErrorNote error={error} />
      </Page>
    )
  }
  const ruleSet = rules.data?.find(({ id }) => id === session.data?.ruleSetId)
  if (session.data === undefined || board.data === undefined || ruleSet === undefined || place === null) return null
  const view = { session: session.data, rows: board.data, ruleSet, order, onOrder: setOrder, onGo, place }
  if (at.view === 'verification') {
    const current =
      verifications.data?.find(({ agendaItemId, memberId }) => agendaItemId === at.item && memberId === at.member) ??
      verifications.data?.find(({ state }) => state !== 'verified') ??
      verifications.data?.[0]
    if (current !== undefined)
      return <VerificationView {...view} verifications={verifications.data ?? []} current={current} />
    if (verifications.isPending) return null
  }
  // Reference scores begin with the first product; ballots with the board.
  const [first] = board.data
  const item =
    at.view === 'reference' && at.item === null
      ? first
      : board.data.find(({ agendaItemId }) => agendaItemId === at.item)
  if (at.view === 'board' || at.view === 'verification' || item === undefined)
    return <BoardPage {...view} progress={progress} verifications={verifications.data ?? []} />
  // A clerk's page has ballots alone.
  if (at.view === 'reference' && canReach('/registrations')) return <ReferenceView {...view} item={item} />
  const member = (item.cells.find(({ memberId }) => memberId === at.member) ?? item.cells[0])?.memberId
  if (member === undefined) return <BoardPage {...view} progress={progress} verifications={verifications.data ?? []} />
  const here = { ...view, item, member, criterion: at.criterion }
  return at.view === 'grid' || at.view === 'reference' ? <GridView {...here} /> : <BallotView {...here} />
}
