import { Button } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { neighbourBallot, nextBallot } from '../../../shared/domain/ballot/ballot-order.ts'
import { ballotKey, type BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { useReach } from '../../components/Reachable.tsx'
import { AgendaColumn } from './AgendaColumn.tsx'
import { hasOpinionToOpen, justLeft, type BallotDesk } from './ballot-desk.ts'
import { BallotBanner } from './BallotBanner.tsx'
import { BallotHead } from './BallotHead.tsx'
import { BallotNotice } from './BallotNotice.tsx'
import { boardPlaces } from './board-places.ts'
import { nameOfBallot } from './name-of-ballot.ts'
import { CriteriaList } from './CriteriaList.tsx'
import { HistoryDialog } from './HistoryDialog.tsx'
import { JumpDialog } from './JumpDialog.tsx'
import { columnLabels, memberLabel } from './member-label.ts'
import { OpinionDialog } from './OpinionDialog.tsx'
import { ReopenDialog } from './ReopenDialog.tsx'
import classes from './View.module.css'
import type { ScoringViewAtItem } from './scoring-view.ts'
import { ScansDialog } from './scans/ScansDialog.tsx'
import { SideOfItem } from './side/SideOfItem.tsx'
import { useSide } from './side/use-side.ts'
import { ViewFoot } from './ViewFoot.tsx'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'
import { useAtBallots, whoIsAt } from './use-at-ballots.ts'
import { useOpenBallot, usePrefetchNext, useRememberedPlace } from './use-ballot-place.ts'
import { DeskContext, useDeskPartOf } from './use-desk.ts'
import { useItemOnDesk } from './use-session-desk.ts'
import { useScoringKeys, type KeysPlace } from '../../components/score-keys/use-scoring-keys.ts'
import { useExpected, type Expected } from './use-expected.ts'

/** One ballot at a time, keyed as from paper. */
export function BallotView({
  session,
  rows,
  ruleSet,
  item,
  member,
  criterion,
  order,
  onOrder,
  onGo,
  place,
}: ScoringViewAtItem) {
  const { t } = useTranslation('scoring')
  const { desk } = place
  const canReach = useReach()
  const side = useSide()
  const here = { agendaItemId: item.agendaItemId, memberId: member }
  const key = ballotKey(here)
  const { form, error } = useItemOnDesk({ session, item: item.agendaItemId, desk })
  const isLaid = useDeskPartOf(desk, ({ grid }) => grid?.ballots[key] !== undefined)
  const isOpen = useDeskPartOf(desk, ({ grid }) => grid?.cursor.ballot === key && grid.layout.kind === 'ballot')
  const [dialog, setDialog] = useState<BallotDialog | null>(null)
  const expected = useExpected(key)
  const at = (): KeysPlace => {
    const { grid } = desk.read()
    if (grid?.cursor.ballot === expected.read() && grid.layout.kind === 'ballot') return 'here'
    return error !== null && expected.read() === key ? 'gone' : 'coming'
  }
  const goTo = (to: { agendaItemId: number; memberId: number } | undefined): void => {
    if (to === undefined) return
    expected.expect(ballotKey(to))
    if (desk.has(ballotKey(to))) desk.open({ ballot: ballotKey(to), layout: { kind: 'ballot' } })
    onGo({ view: 'ballot', item: to.agendaItemId, member: to.memberId })
  }
  const others = useAtBallots(session.id, here)
  const places = () => boardPlaces(rows, desk.read(), others)
  const next = (): BallotKey | null => {
    const to = nextBallot({ places: places(), after: here, order })
    if (to === undefined) onGo({ view: 'board' })
    else goTo(to)
    return to === undefined ? null : ballotKey(to)
  }
  const step = (by: 1 | -1): void => goTo(neighbourBallot({ places: places(), of: here, order, step: by }))
  useEffect(() => place.onMoveOn(next))
  useOpenBallot({ place, ballot: key, criterion, isLaid, layout: { kind: 'ballot' } })
  useFollowCursor({ desk, ballot: key, expected, onGo })
  useRememberedPlace(place)
  usePrefetchNext({ rows, item: item.agendaItemId, member, order, place, others })
  useScoringKeys({
    layout: 'ballot',
    at,
    dispatch: desk.dispatch,
    onKey: (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return false
      if (event.key === '?') setDialog('shortcuts')
      else if (event.key === 'PageDown') step(1)
      else if (event.key === 'PageUp') step(-1)
      else if (event.code === 'KeyL') onGo({ view: 'grid', item: item.agendaItemId, member })
      else if (event.code === 'KeyT') onGo({ view: 'board' })
      else if (event.code === 'KeyP') setDialog('jump')
      else if (event.code === 'KeyH' && canReach('/audit')) setDialog('history')
      else if (event.code === 'KeyQ' && canReach('/sessions/$sessionId/paper')) setDialog('scans')
      else if (needsBallot(event) && at() !== 'here') return 'later'
      else if (event.code === 'KeyY' || event.key === 'F2')
        setDialog(hasOpinionToOpen(desk.read(), key) ? 'opinion' : null)
      else if (event.code === 'KeyK') document.querySelector<HTMLElement>('[data-paper]')?.focus()
      // Where nothing can be opened the dialog says so: what is typed next is a reason, and no other ballot's points.
      else if (event.code === 'KeyM' || event.key === 'F4') setDialog('reopen')
      else return side.takeKey(event)
      return true
    },
  })
  const number = item.cells.findIndex(({ memberId }) => memberId === member) + 1
  const label = memberLabel(
    session.members.find(({ id }) => id === member),
    t,
  )
  const reopen = useCallback(() => setDialog('reopen'), [])
  const writeOpinion = useCallback(() => setDialog('opinion'), [])
  const writeOwnOpinion = useCallback(() => setDialog('own-opinion'), [])
  const left = useDeskPartOf(desk, justLeft)
  const opinionOf = dialog === 'opinion' && left !== null ? [left, key] : [key]
  return (
    <DeskContext value={desk}>
      <title>{`${item.code} – ${t('title')}`}</title>
      <div className={classes.view} data-side={side.isBeside ? 'ballot' : undefined}>
        <AgendaColumn
          rows={rows}
          members={session.members}
          item={item.agendaItemId}
          member={member}
          order={order}
          onOrder={onOrder}
          onGo={(to) => goTo({ agendaItemId: to.item, memberId: to.member ?? seatIn({ rows, item: to.item, member }) })}
        />
        <div className={classes.desk} data-testid="desk">
          {form !== undefined && (
            <BallotHead
              ballot={key}
              form={form}
              ruleSet={ruleSet}
              code={item.code}
              productName={item.productName}
              producerName={item.producerName}
              member={t('member', { number, of: item.cells.length, label })}
              onOpinion={writeOpinion}
            />
          )}
          <BallotBanner
            session={session}
            item={item}
            member={member}
            ballot={key}
            elsewhere={whoIsAt(others, here)}
            onNext={next}
            onReopen={reopen}
          />
          {form !== undefined && isOpen ? (
            <CriteriaList
              form={form}
              ballot={key}
              memberNumber={number}
              onReopen={reopen}
              onOpinion={writeOwnOpinion}
              onNext={place.moveOn}
            />
          ) : (
            <div>
              <ErrorNote error={error} />
            </div>
          )}
          <div>
            <BallotNotice labels={columnLabels(session.members, t)} rows={rows} onGo={goTo} />
            <ViewFoot mode="ballot" onHelp={() => setDialog('shortcuts')}>
              <Button size="compact-xs" variant="default" onClick={() => onGo({ view: 'board' })}>
                {t('toBoard')}
              </Button>
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => onGo({ view: 'grid', item: item.agendaItemId, member })}
              >
                {t('toGrid')}
              </Button>
            </ViewFoot>
          </div>
        </div>
        <SideOfItem side={side} item={item} session={session} form={form} onGo={onGo} />
      </div>
      <ShortcutsDialog mode="ballot" isOpen={dialog === 'shortcuts'} onClose={() => setDialog(null)} />
      <JumpDialog
        rows={rows}
        members={session.members}
        isOpen={dialog === 'jump'}
        onClose={() => setDialog(null)}
        onGo={goTo}
      />
      {form !== undefined && (
        <HistoryDialog ballot={key} form={form} isOpen={dialog === 'history'} onClose={() => setDialog(null)} />
      )}
      {dialog === 'scans' && <ScansDialog of={here} code={item.code} onClose={() => setDialog(null)} />}
      <OpinionDialog
        desk={desk}
        ballots={opinionOf}
        nameOf={(ballot) => nameOfBallot({ desk, ballot, rows, session, t })}
        isOpen={dialog === 'opinion' || dialog === 'own-opinion'}
        onClose={() => setDialog(null)}
      />
      <ReopenDialog desk={desk} ballot={key} isOpen={dialog === 'reopen'} onClose={() => setDialog(null)} />
    </DeskContext>
  )
}

/** These open what is typed into next: on a ballot that is not there yet, all of it waits. */
const needsBallot = ({ code, key }: KeyboardEvent): boolean =>
  ['KeyY', 'KeyM', 'KeyK'].includes(code) || key === 'F2' || key === 'F4'

type BallotDialog = 'shortcuts' | 'reopen' | 'jump' | 'history' | 'scans' | 'opinion' | 'own-opinion'

/** The same member's seat at another product, else its first. */
function seatIn({ rows, item, member }: Pick<ScoringViewAtItem, 'rows'> & { item: number; member: number }): number {
  const cells = rows.find(({ agendaItemId }) => agendaItemId === item)?.cells ?? []
  return (cells.find(({ memberId }) => memberId === member) ?? cells[0])?.memberId ?? member
}

type UseFollowCursorInput = {
  desk: BallotDesk
  ballot: BallotKey
  expected: Expected<BallotKey>
  onGo: ScoringViewAtItem['onGo']
}

/** Ctrl+Z may lead into another ballot: the address follows the cursor. */
function useFollowCursor({ desk, ballot, expected, onGo }: UseFollowCursorInput): void {
  useEffect(() => {
    // A ballot on its way is not there yet, and other news of the desk must not lead back to the one just left.
    let last = desk.read().grid?.cursor.ballot
    return desk.subscribe(() => {
      const { grid } = desk.read()
      const at = grid?.ballots[grid.cursor.ballot]
      if (at === undefined || at.key === last) return
      const hasMoved = last !== undefined
      last = at.key
      if (!hasMoved || at.key === expected.read() || ballot !== expected.read()) return
      expected.expect(at.key)
      onGo({ view: 'ballot', item: at.agendaItemId, member: at.memberId })
    })
  }, [desk, ballot, expected, onGo])
}
