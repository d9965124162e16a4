import { Button } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardRow } from '../../../shared/api/ballots.ts'
import { copyBlock } from '../../../shared/score-grid/clipboard-block.ts'
import { ballotKey, type BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import type { GridLayout } from '../../../shared/score-grid/score-grid.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { AgendaColumn } from './AgendaColumn.tsx'
import type { BallotDesk } from './ballot-desk.ts'
import { BallotNotice } from './BallotNotice.tsx'
import { completeDrafts } from './complete-drafts.ts'
import { GridBar } from './GridBar.tsx'
import { GridHead } from './GridHead.tsx'
import { GridOutcome } from './GridOutcome.tsx'
import { GridTable } from './GridTable.tsx'
import { JumpDialog } from './JumpDialog.tsx'
import { PasteDialog } from './PasteDialog.tsx'
import classes from './View.module.css'
import type { ScoringViewAtItem } from './scoring-view.ts'
import { ViewFoot } from './ViewFoot.tsx'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'
import { useAtBallots } from './use-at-ballots.ts'
import { useOpenBallot, useRememberedPlace } from './use-ballot-place.ts'
import { DeskContext, useDeskPartOf } from './use-desk.ts'
import { useItemOnDesk } from './use-session-desk.ts'
import { useScoringKeys } from './use-scoring-keys.ts'

/** All ballots of one product: criteria down, members across. */
export function GridView(view: ScoringViewAtItem) {
  const { session, rows, ruleSet, item, member, criterion, order, onOrder, onGo, place } = view
  const { t } = useTranslation('scoring')
  const { desk } = place
  const columns = useColumns(item)
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
  useOpenBallot({ place, ballot: key, criterion, isLaid, layout, onOpened: nothing })
  const { agendaItemId } = item
  const atCursor = useDeskPartOf(desk, () => memberAtCursor(desk, member))
  const others = useAtBallots(session.id, { agendaItemId, memberId: atCursor })
  useRememberedPlace(place)
  useClipboard(desk, setPasted)
  useFollowUndo({ desk, item: item.agendaItemId, isOpen, onGo })
  const closePaste = (): void => {
    setPasted(null)
    focusCell()
  }
  const step = (by: 1 | -1): void => {
    const to = rows[rows.indexOf(item) + by]
    if (to !== undefined) onGo({ view: 'grid', item: to.agendaItemId, member })
  }
  const confirmAll = (): void => {
    for (const ballot of completeDrafts(desk.read(), item.agendaItemId)) desk.dispatch({ type: 'confirm', ballot })
    focusCell()
  }
  useScoringKeys({
    layout: 'grid',
    dispatch: desk.dispatch,
    onKey: (event) => {
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
      else return false
      return true
    },
  })
  return (
    <DeskContext value={desk}>
      <title>{`${item.code} – ${t('title')}`}</title>
      <div className={classes.view}>
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
          {form !== undefined && isOpen ? <GridBar members={session.members} others={others} /> : <div />}
          {form !== undefined && isOpen ? (
            <GridTable form={form} columns={columns} members={session.members} />
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
              session={session}
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
      </div>
      <ShortcutsDialog mode="grid" isOpen={dialog === 'shortcuts'} onClose={() => setDialog(null)} />
      <JumpDialog
        rows={rows}
        members={session.members}
        isOpen={dialog === 'jump'}
        onClose={() => setDialog(null)}
        onGo={(to) => onGo({ view: 'ballot', item: to.agendaItemId, member: to.memberId })}
      />
      {pasted !== null && <PasteDialog desk={desk} text={pasted} members={session.members} onClose={closePaste} />}
    </DeskContext>
  )
}

/** The ballots of the product in member order; the same array while they are the same. */
function useColumns({ agendaItemId, cells }: BoardRow): readonly BallotKey[] {
  const keys = cells.map(({ memberId }) => ballotKey({ agendaItemId, memberId })).join(',')
  return useMemo(() => keys.split(',') as BallotKey[], [keys])
}

function nothing(): void {}

function memberAtCursor(desk: BallotDesk, fallback: number): number {
  const { grid } = desk.read()
  return grid?.ballots[grid.cursor.ballot]?.memberId ?? fallback
}

/** The button or dialog that had the focus is gone: back to the cell under the cursor. */
function focusCell(): void {
  requestAnimationFrame(() => {
    const grid = document.querySelector('[data-testid="grid-desk"]')
    grid?.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus({ preventScroll: true })
  })
}

/** Tab walks the cells while the focus is in the grid, and leaves it at either end. */
function moveByTab(desk: BallotDesk, event: KeyboardEvent): boolean {
  if (!(event.target instanceof HTMLElement) || event.target.closest('[role="grid"]') === null) return false
  const before = desk.read().grid?.cursor
  desk.dispatch({ type: 'move', to: event.shiftKey ? 'previous' : 'next' })
  return desk.read().grid?.cursor !== before
}

/** Copy, cut and paste of cells, through the clipboard of the system. */
function useClipboard(desk: BallotDesk, onPaste: (text: string) => void): void {
  useEffect(() => {
    const isOurs = (): boolean =>
      document.querySelector('[role="dialog"]') === null && desk.read().grid?.layout.kind === 'grid'
    const copy = (event: ClipboardEvent): void => {
      const { grid } = desk.read()
      if (!isOurs() || grid === null || (document.getSelection()?.toString() ?? '') !== '') return
      event.clipboardData?.setData('text/plain', copyBlock(grid))
      event.preventDefault()
      if (event.type === 'cut') desk.dispatch({ type: 'clear' })
    }
    const paste = (event: ClipboardEvent): void => {
      if (!isOurs()) return
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (text !== '') onPaste(text)
      event.preventDefault()
    }
    document.addEventListener('copy', copy)
    document.addEventListener('cut', copy)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('copy', copy)
      document.removeEventListener('cut', copy)
      document.removeEventListener('paste', paste)
    }
  }, [desk, onPaste])
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
