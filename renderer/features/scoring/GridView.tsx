import { Button } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardRow } from '../../../shared/api/ballots.ts'
import { ballotKey, type BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import type { GridLayout } from '../../../shared/score-grid/score-grid.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { AgendaColumn } from './AgendaColumn.tsx'
import type { BallotDesk } from './ballot-desk.ts'
import { BallotNotice } from './BallotNotice.tsx'
import { columnLabels } from './member-label.ts'
import { completeDrafts } from './complete-drafts.ts'
import { focusCell, isGridOf, moveByTab, useClipboard } from './grid-keys.ts'
import { GridBar } from './GridBar.tsx'
import { GridHead } from './GridHead.tsx'
import { GridOutcome } from './GridOutcome.tsx'
import { GridTable } from './GridTable.tsx'
import { JumpDialog } from './JumpDialog.tsx'
import { PasteDialog } from './PasteDialog.tsx'
import classes from './View.module.css'
import type { ScoringViewAtItem } from './scoring-view.ts'
import { SideOfItem } from './side/SideOfItem.tsx'
import { useSide } from './side/use-side.ts'
import { ViewFoot } from './ViewFoot.tsx'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'
import { useAtBallots } from './use-at-ballots.ts'
import { useOpenBallot, useRememberedPlace } from './use-ballot-place.ts'
import { DeskContext, useDeskPartOf } from './use-desk.ts'
import { useItemOnDesk } from './use-session-desk.ts'
import { useScoringKeys, type KeysPlace } from '../../components/score-keys/use-scoring-keys.ts'
import { useExpected } from './use-expected.ts'

/** All ballots of one product: criteria down, members across. */
export function GridView(view: ScoringViewAtItem) {
  const { session, rows, ruleSet, item, member, criterion, order, onOrder, onGo, place } = view
  const { t } = useTranslation('scoring')
  const { desk } = place
  const columns = useColumns(item)
  const labels = useMemo(() => columnLabels(session.members, t), [session.members, t])
  const side = useSide()
  const key = ballotKey({ agendaItemId: item.agendaItemId, memberId: member })
  const layout: GridLayout = { kind: 'grid', columns }
  const { form, error } = useItemOnDesk({ session, item: item.agendaItemId, desk })
  const isLaid = useDeskPartOf(
    desk,
    ({ grid }) => grid !== null && columns.every((at) => grid.ballots[at] !== undefined),
  )
  const isOpen = useDeskPartOf(
    desk,
    ({ grid }) => grid?.layout.kind === 'grid' && grid.layout.columns.join() === columns.join(),
  )
  const [dialog, setDialog] = useState<'shortcuts' | 'jump' | null>(null)
  const [pasted, setPasted] = useState<string | null>(null)
  useOpenBallot({ place, ballot: key, criterion, isLaid, layout })
  const { agendaItemId } = item
  const atCursor = useDeskPartOf(desk, () => memberAtCursor(desk, member))
  const others = useAtBallots(session.id, { agendaItemId, memberId: atCursor })
  useRememberedPlace(place)
  const expected = useExpected(agendaItemId)
  const at = (): KeysPlace => {
    if (isGridOf(desk, expected.read())) return 'here'
    return error !== null && expected.read() === agendaItemId ? 'gone' : 'coming'
  }
  useClipboard({ desk, isHere: () => at() === 'here', onPaste: setPasted })
  useFollowUndo({ desk, item: item.agendaItemId, isOpen, onGo })
  const closePaste = (): void => {
    setPasted(null)
    focusCell()
  }
  const step = (by: 1 | -1): void => {
    const to = rows[rows.indexOf(item) + by]
    if (to === undefined) return
    expected.expect(to.agendaItemId)
    onGo({ view: 'grid', item: to.agendaItemId, member })
  }
  const confirmAll = (): void => {
    for (const ballot of completeDrafts(desk.read(), item.agendaItemId)) desk.dispatch({ type: 'confirm', ballot })
    focusCell()
  }
  useScoringKeys({
    layout: 'grid',
    at,
    dispatch: desk.dispatch,
    onKey: (event) => {
      if ((event.key === 'Tab' || (event.key === 'Enter' && event.ctrlKey)) && at() !== 'here') return 'later'
      if (event.key === 'Tab') return moveByTab(desk, event)
      if (event.key === 'Enter' && event.ctrlKey && event.shiftKey) {
        confirmAll()
        return true
      }
      if (event.key === 'Enter' && event.ctrlKey) {
        const at = desk.read().grid?.cursor.ballot
        if (at !== undefined) desk.dispatch({ type: 'confirm', ballot: at })
        return true
      }
      if (event.ctrlKey || event.metaKey || event.altKey) return false
      if (event.key === '?') setDialog('shortcuts')
      else if (event.key === 'PageDown') step(1)
      else if (event.key === 'PageUp') step(-1)
      else if (event.code === 'KeyL')
        onGo({ view: 'ballot', item: item.agendaItemId, member: memberAtCursor(desk, member) })
      else if (event.code === 'KeyT') onGo({ view: 'board' })
      else if (event.code === 'KeyP') setDialog('jump')
      else return side.takeKey(event)
      return true
    },
  })
  return (
    <DeskContext value={desk}>
      <title>{`${item.code} – ${t('title')}`}</title>
      <div className={classes.view} data-side={side.isBeside ? 'grid' : undefined}>
        <AgendaColumn
          rows={rows}
          members={session.members}
          item={item.agendaItemId}
          member={null}
          order={order}
          onOrder={onOrder}
          onGo={(to) =>
            onGo({
              view: to.member === null ? 'grid' : 'ballot',
              item: to.item,
              ...(to.member === null ? {} : { member: to.member }),
            })
          }
        />
        <div className={classes.desk} data-testid="grid-desk">
          <GridHead item={item} onConfirmAll={confirmAll} />
          {form !== undefined && isOpen ? <GridBar labels={labels} others={others} /> : <div />}
          {form !== undefined && isOpen ? (
            <GridTable form={form} columns={columns} labels={labels} />
          ) : (
            <div>
              <ErrorNote error={error} />
            </div>
          )}
          <div>
            {form !== undefined && isOpen && (
              <GridOutcome form={form} columns={columns} session={session} item={item} ruleSet={ruleSet} />
            )}
            <BallotNotice
              labels={labels}
              rows={rows}
              onGo={(ballot) => onGo({ view: 'grid', item: ballot.agendaItemId, member: ballot.memberId })}
            />
            <ViewFoot mode="grid" onHelp={() => setDialog('shortcuts')}>
              <Button size="compact-xs" variant="default" onClick={() => onGo({ view: 'board' })}>
                {t('toBoard')}
              </Button>
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => onGo({ view: 'ballot', item: item.agendaItemId, member: memberAtCursor(desk, member) })}
              >
                {t('toBallot')}
              </Button>
            </ViewFoot>
          </div>
        </div>
        <SideOfItem side={side} item={item} session={session} form={form} onGo={onGo} withText />
      </div>
      <ShortcutsDialog mode="grid" isOpen={dialog === 'shortcuts'} onClose={() => setDialog(null)} />
      <JumpDialog
        rows={rows}
        members={session.members}
        isOpen={dialog === 'jump'}
        onClose={() => setDialog(null)}
        onGo={(to) => onGo({ view: 'ballot', item: to.agendaItemId, member: to.memberId })}
      />
      {pasted !== null && <PasteDialog desk={desk} text={pasted} labels={labels} onClose={closePaste} />}
    </DeskContext>
  )
}

/** The ballots of the product in member order; the same array while they are the same. */
function useColumns({ agendaItemId, cells }: BoardRow): readonly BallotKey[] {
  const keys = cells.map(({ memberId }) => ballotKey({ agendaItemId, memberId })).join(',')
  return useMemo(() => keys.split(',') as BallotKey[], [keys])
}

function memberAtCursor(desk: BallotDesk, fallback: number): number {
  const { grid } = desk.read()
  return grid?.ballots[grid.cursor.ballot]?.memberId ?? fallback
}

type UseFollowUndoInput = {
  desk: BallotDesk
  item: number
  isOpen: boolean
  onGo: ScoringViewAtItem['onGo']
}

/** Ctrl+Z may lead to another product: the address follows. */
function useFollowUndo({ desk, item, isOpen, onGo }: UseFollowUndoInput): void {
  useEffect(() => {
    if (!isOpen) return undefined
    return desk.subscribe(() => {
      const { grid } = desk.read()
      const at = grid?.ballots[grid.cursor.ballot]
      if (at !== undefined && at.agendaItemId !== item) {
        onGo({ view: 'grid', item: at.agendaItemId, member: at.memberId })
      }
    })
  }, [desk, item, isOpen, onGo])
}
