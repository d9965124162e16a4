import { Button, SegmentedControl } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from '@tanstack/react-router'
import { useCommands } from '../../app/commands/command-store.ts'
import type { VerificationRow } from '../../../shared/api/verifications.ts'
import type { BoardRow } from '../../../shared/api/ballots.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Keycaps } from '../../components/Keycaps.tsx'
import { ProgressLine } from '../../components/progress/ProgressLine.tsx'
import type { BallotProgress } from '../../components/progress/use-ballot-progress.ts'
import { useReach } from '../../components/Reachable.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { SessionFrame } from '../../components/SessionFrame.tsx'
import { StateChips } from '../../components/StateChips.tsx'
import type { CellMark } from './ballot-mark.ts'
import { BallotMark } from './BallotMark.tsx'
import { boardPlaces, placeToResume } from './board-places.ts'
import classes from './BoardPage.module.css'
import { BoardTable } from './BoardTable.tsx'
import { CopyBoard } from './CopyBoard.tsx'
import { Deviations } from './Deviations.tsx'
import { JumpDialog } from './JumpDialog.tsx'
import { nameOfBallot } from './name-of-ballot.ts'
import { NextStep, useNextStep } from './NextStep.tsx'
import { OpinionDialog } from './OpinionDialog.tsx'
import { recallPlace } from './last-place.ts'
import type { ScoringView } from './scoring-view.ts'
import { boardGroups, isOfGroup, shownRows, type BoardGroup, type ShownBoard } from './shown-rows.ts'
import { useAtBallots } from './use-at-ballots.ts'
import { useDeskPartOf } from './use-desk.ts'

const legend = ['confirm', 'begun', 'empty', 'recused', 'absent'] as const satisfies readonly CellMark[]

/** Products × members: what is missing, and the way to it. */
export function BoardPage({
  session,
  rows,
  order,
  onOrder,
  onGo,
  place,
  progress,
  verifications,
}: ScoringView & { progress: BallotProgress; verifications: readonly VerificationRow[] }) {
  const { t } = useTranslation('scoring')
  const isReadOnly = useIsReadOnly()
  const navigate = useNavigate()
  const canReach = useReach()
  const hasPaper = canReach('/sessions/$sessionId/paper')
  const toPaper = (): void => void navigate({ to: '/sessions/$sessionId/paper', params: { sessionId: session.id } })
  const [isJumping, setJumping] = useState(false)
  const [asked, setAsked] = useState<ShownBoard>({ query: '', only: undefined, isBySpread: false })
  const shown = shownRows(rows, asked)
  // Enter on the last ballot led here, and to no other.
  const lastOne = useDeskPartOf(place.desk, (state) => (state.left?.next === null ? state.left.ballot : undefined))
  const left = session.state === 'open' && !isReadOnly ? lastOne : undefined
  const [isWriting, setWriting] = useState(false)
  useCommands([
    { id: 'scoring.jump', title: t('jump.title'), group: 'here', shortcut: 'p', run: () => setJumping(true) },
    ...(hasPaper
      ? [
          {
            id: 'scoring.paper',
            title: t('paper:title'),
            group: 'here',
            shortcut: 'q',
            run: toPaper,
          } as const,
        ]
      : []),
    ...(left === undefined
      ? []
      : [
          {
            id: 'scoring.opinion',
            title: t('opinionLeft.title'),
            group: 'here',
            shortcut: 'y',
            run: () => setWriting(true),
          } as const,
        ]),
  ])
  const others = useAtBallots(session.id, null)
  const onDesk = place.desk.read()
  const places = boardPlaces(rows, onDesk)
  const open = places.filter(({ isOpen }) => isOpen)
  const half = places.filter(({ isHalfKeyed }) => isHalfKeyed).length
  const step = useNextStep({ session, verifications, onGo })
  const after = session.state === 'open' && places.length > 0 && open.length === 0 ? step : null
  const resume = placeToResume(boardPlaces(rows, onDesk, others), recallPlace({ storage: localStorage, ...place }))
  return (
    <SessionFrame
      sessionId={session.id}
      title={t('board.title')}
      isWide
      actions={() => (
        <>
          <Button
            variant="default"
            title={t('jump.title')}
            onClick={() => setJumping(true)}
            rightSection={<Keycaps shortcut="p" />}
          >
            {t('jump.open')}
          </Button>
          {session.state === 'open' && (
            <>
              {hasPaper && (
                <Button variant="default" onClick={toPaper} rightSection={<Keycaps shortcut="q" />}>
                  {t('paper:title')}
                </Button>
              )}
              {resume !== undefined ? (
                <Button
                  data-testid="resume"
                  onClick={() => onGo({ view: 'ballot', item: resume.agendaItemId, member: resume.memberId })}
                >
                  {t(resume.isHalfKeyed ? 'board.resume' : 'board.start')}
                </Button>
              ) : (
                after !== null && <NextStep step={after} isLed={left !== undefined} />
              )}
            </>
          )}
        </>
      )}
    >
      {() =>
        rows.length === 0 || session.members.length === 0 ? (
          <EmptyState title={t(rows.length === 0 ? 'board.noProducts' : 'board.noMembers')}>
            {t('board.emptyText')}
          </EmptyState>
        ) : (
          <>
            <div
              className={classes.sum}
              data-testid="board-tools"
              // A browser takes what is in sight by a hair for seen.
              onFocus={({ target }) => target.scrollIntoView({ block: 'nearest', inline: 'nearest' })}
            >
              <ProgressLine
                label={t('board.progress')}
                percent={progress.of === 0 ? 0 : (progress.done / progress.of) * 100}
                left={open.length === 0 ? null : progress.left}
              >
                <span data-testid="missing-ballots">
                  {open.length === 0 ? t('board.allDone') : <SumOpen open={open.length} half={half} />}
                </span>
              </ProgressLine>
              <StateChips
                label={t('board.only')}
                states={boardGroups}
                counts={countsOf(rows)}
                chosen={asked.only}
                mark={(group) => t(`board.group.${group}`)}
                onChoose={(only) => setAsked({ ...asked, only })}
              />
              <div className={classes.find}>
                <SearchField
                  commandId="scoring.find"
                  label={t('board.find')}
                  placeholder={t('board.find')}
                  text={asked.query}
                  onText={(query) => setAsked({ ...asked, query })}
                />
              </div>
              <SegmentedControl
                size="xs"
                aria-label={t('order.label')}
                value={order}
                onChange={(value) => onOrder(value === 'by-member' ? 'by-member' : 'by-product')}
                data={[
                  { value: 'by-product', label: <Short long={t('order.byProduct')}>{t('order.product')}</Short> },
                  { value: 'by-member', label: <Short long={t('order.byMember')}>{t('order.member')}</Short> },
                ]}
              />
              {verifications.length > 0 && after?.kind !== 'check' && (
                <ToVerifications verifications={verifications} onGo={onGo} />
              )}
            </div>
            <JumpDialog
              rows={rows}
              members={session.members}
              isOpen={isJumping}
              onClose={() => setJumping(false)}
              onGo={(to) => onGo({ view: 'ballot', item: to.agendaItemId, member: to.memberId })}
            />
            {left !== undefined && (
              <OpinionDialog
                desk={place.desk}
                ballots={[left]}
                nameOf={(ballot) => nameOfBallot({ desk: place.desk, ballot, rows, session, t })}
                isOpen={isWriting}
                onClose={() => setWriting(false)}
              />
            )}
            {shown.length === 0 ? (
              <p>{t('board.nothing')}</p>
            ) : (
              <BoardTable
                {...{ session, others, onGo }}
                rows={shown}
                isBySpread={asked.isBySpread}
                onSpread={() => setAsked({ ...asked, isBySpread: !asked.isBySpread })}
              />
            )}
            <div className={classes.foot}>
              <details className={classes.legend}>
                <summary>{t('board.legend')}</summary>
                {legend.map((mark) => (
                  <span key={mark}>
                    <BallotMark mark={mark} word="" /> {t(`mark.${mark}`)}
                  </span>
                ))}
                <span>{t('board.heat', { limit: session.regulation.spreadLimit })}</span>
              </details>
              <Deviations session={session} rows={rows} />
              <CopyBoard rows={shown} members={session.members} />
            </div>
          </>
        )
      }
    </SessionFrame>
  )
}

/** What stands for some words in a narrow or low window. */
const Short = ({ long, children }: { readonly long: string; readonly children: ReactNode }) => (
  <>
    <span className={classes.long}>{long}</span>
    <span className={classes.short}>{children}</span>
  </>
)

const countsOf = (rows: readonly BoardRow[]): Readonly<Record<BoardGroup, number>> => ({
  open: rows.filter((row) => isOfGroup(row, 'open')).length,
  discuss: rows.filter((row) => isOfGroup(row, 'discuss')).length,
})

/** How many ballots a second person still has to key, and the way there. */
function ToVerifications({
  verifications,
  onGo,
}: {
  verifications: readonly VerificationRow[]
  onGo: ScoringView['onGo']
}) {
  const { t } = useTranslation('scoring')
  const waiting = verifications.filter(({ state }) => state !== 'verified').length
  return (
    <Button size="xs" variant="default" onClick={() => onGo({ view: 'verification' })}>
      {waiting === 0 ? t('check.allDone') : t('check.open', { count: waiting })}
    </Button>
  )
}

function SumOpen({ open, half }: { open: number; half: number }) {
  const { t } = useTranslation('scoring')
  const halves = half > 0 ? `, ${half} ${t('board.half', { count: half })}` : ''
  return (
    <span title={`${open} ${t('board.open', { count: open })}${halves}`}>
      <b>{open}</b> {t('board.open', { count: open })}
      {half > 0 && (
        <>
          , <b>{half}</b> {t('board.half', { count: half })}
        </>
      )}
    </span>
  )
}
