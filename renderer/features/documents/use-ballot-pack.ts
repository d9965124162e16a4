import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentKind } from '../../../shared/api/documents.ts'
import type { BallotKind, BallotPages, PrintedBallots } from '../../../shared/api/printed-ballots.ts'
import { allBallots, isSelected, type BallotSelection } from '../../../shared/domain/ballot/selected-ballots.ts'
import { orpc } from '../../api/client.ts'

/** Ballots of about four pages each that are laid out without asking which: more take longer than a moment. */
const mostUnasked = 10

/** What of a pack of ballots is printed: asked before a large one is laid out. Any other document is ready at once. */
export function useBallotPack({ sessionId, kind }: { sessionId: number; kind: DocumentKind }) {
  const [chosen, setChosen] = useState<BallotSelection | null>(null)
  const isPack = isBallotKind(kind)
  const { data: ballots, error } = useQuery(
    orpc.documents.ballots.list.queryOptions({ input: isPack ? { sessionId, kind } : skipToken }),
  )
  const isSmall = ballots !== undefined && (ballots.products.length <= 1 || ballots.ballots.length <= mostUnasked)
  const [isChoosing, setChoosing] = useState(false)
  const { data: pages } = useQuery(
    orpc.documents.ballots.pages.queryOptions({
      input: isPack && ballots !== undefined && (!isSmall || isChoosing) ? { sessionId, kind } : skipToken,
    }),
  )
  return {
    ballots,
    /** Undefined until they are counted. */
    pages,
    isChoosing,
    setChoosing,
    error,
    of: chosen ?? allBallots,
    setChosen,
    isSmall,
    isReady: !isPack || chosen !== null || isSmall,
    input: chosen === null ? {} : { ballots: copyOf(chosen) },
  }
}

export type BallotPack = ReturnType<typeof useBallotPack>

const copyOf = ({ itemIds, memberIds, rounds }: BallotSelection) => ({
  itemIds: [...itemIds],
  memberIds: [...memberIds],
  rounds: [...rounds],
})

const isBallotKind = (kind: DocumentKind): kind is BallotKind => kind === 'blank-ballots' || kind === 'filled-ballots'

/** How many ballots are selected, and how many pages they have; null while these are not counted. */
export function countSelected({ ballots }: PrintedBallots, pages: BallotPages | undefined, of: BallotSelection) {
  const selected = ballots.filter((ballot) => isSelected(of, ballot))
  return {
    count: selected.length,
    pages: pages === undefined ? null : selected.reduce((sum, { itemId }) => sum + (pages[itemId] ?? 0), 0),
  }
}

/** In words: of the pages no more than is known. */
export function useSelectedText({ ballots, pages }: Pick<BallotPack, 'ballots' | 'pages'>) {
  const { t } = useTranslation('documents')
  return (of: BallotSelection): string => {
    if (ballots === undefined) return ''
    const selected = countSelected(ballots, pages, of)
    const count = t('ballots.count', { count: selected.count })
    return selected.pages === null ? count : t('ballots.withPages', { text: count, pages: selected.pages })
  }
}
