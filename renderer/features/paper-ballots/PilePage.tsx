import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaperPile } from '../../../shared/api/paper-ballots.ts'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { CommandButton } from '../../components/CommandButton.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FileDrop } from '../../components/FileDrop.tsx'
import { SessionFrame } from '../../components/SessionFrame.tsx'
import { StateChips } from '../../components/StateChips.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { BallotTable } from './BallotTable.tsx'
import { paperChips, type PaperList, type PaperSearch } from './paper-address.ts'
import { countLists, isWork, shownBallots } from './pile-lists.ts'
import { pileTones } from './pile-tones.ts'
import classes from './PilePage.module.css'
import { PileTools } from './PileTools.tsx'
import { ReadingLine } from './ReadingLine.tsx'
import { UnplacedList } from './UnplacedList.tsx'
import { SampleLine } from './SampleLine.tsx'
import type { Reading } from './use-reading.ts'

type Props = {
  readonly sessionId: number
  readonly pile: Pick<UseQueryResult<PaperPile>, 'data' | 'error'>
  readonly reading: Reading
  readonly list: PaperList | undefined
  /** The ballot that was asked for is not in it, or not any more. */
  readonly isBallotGone: boolean
  readonly onGo: (search: PaperSearch) => void
}

/** The pile: what came in, what a person has to look at, and the pages that are of no ballot. */
export function PilePage({ sessionId, pile: { data: pile, error }, reading, list, isBallotGone, onGo }: Props) {
  const { t } = useTranslation('paper')
  const isReadOnly = useIsReadOnly()
  const shown = pile === undefined ? [] : shownBallots(pile, list)
  const first = shown.find(isWork)
  return (
    <SessionFrame
      sessionId={sessionId}
      title={t('title')}
      actions={(session) =>
        first !== undefined &&
        session.state === 'open' &&
        !isReadOnly && (
          <CommandButton
            id="paper.begin"
            title={t('begin', { count: shown.filter(isWork).length })}
            shortcut="x"
            run={() => onGo({ item: first.agendaItemId, member: first.memberId, ...(list !== undefined && { list }) })}
          />
        )
      }
    >
      {(session) => {
        const canRead = session.state === 'open' && !isReadOnly
        if (pile === undefined) return <ErrorNote error={error} />
        const tools = canRead && <PileTools sessionId={sessionId} pile={pile} reading={reading} />
        const body =
          pile.files.length === 0 ? (
            reading.deed.kind === 'idle' && (
              <EmptyState title={t('empty.title')} action={tools}>
                {t(canRead ? 'empty.text' : session.state === 'open' ? 'empty.readOnly' : 'empty.notOpen')}
              </EmptyState>
            )
          ) : (
            <PileLists {...{ session, pile, list, onGo, canRead, tools }} />
          )
        return (
          <>
            <ErrorNote error={error} />
            {isBallotGone && (
              <div role="status" data-testid="ballot-gone">
                <StateMark tone="attention" isLong>
                  {t('ballotGone')}
                </StateMark>
              </div>
            )}
            <ReadingLine pile={pile} reading={reading} />
            {canRead ? (
              <FileDrop isMultiple isBare onFile={(...files) => reading.add(files)}>
                {body}
              </FileDrop>
            ) : (
              body
            )}
          </>
        )
      }}
    </SessionFrame>
  )
}

type ListsProps = Pick<Props, 'list' | 'onGo'> & {
  readonly session: SessionDetail
  readonly pile: PaperPile
  readonly canRead: boolean
  readonly tools: ReactNode
}

/** The chips of the lists, and the list that is on show: without a choice everything that there is work with. */
function PileLists({ session, pile, list, onGo, canRead, tools }: ListsProps) {
  const { t } = useTranslation('paper')
  const counts = countLists(pile)
  const ballots = shownBallots(pile, list)
  const hasUnplaced = pile.unplaced.length > 0 && (list === undefined || list === 'unplaced')
  const isNothing = ballots.length === 0 && (!hasUnplaced || counts.unplaced === 0)
  return (
    <>
      <div className={classes.bar}>
        <StateChips
          label={t('lists')}
          states={paperChips}
          counts={counts}
          chosen={list === 'sample' ? undefined : list}
          mark={(one) => <StateMark tone={pileTones[one]}>{t(`list.${one}`)}</StateMark>}
          onChoose={(one) => onGo(one === undefined ? {} : { list: one })}
        />
        <div className={classes.tools}>{tools}</div>
      </div>
      {canRead && <SampleLine {...{ pile, onGo }} sessionId={session.id} />}
      {isNothing && <p className={classes.none}>{t(list === undefined ? 'nothingLeft' : 'nothingHere')}</p>}
      {ballots.length > 0 && <BallotTable ballots={ballots} list={list} sessionId={session.id} />}
      {hasUnplaced && <UnplacedList session={session} unplaced={pile.unplaced} canAssign={canRead} />}
    </>
  )
}
