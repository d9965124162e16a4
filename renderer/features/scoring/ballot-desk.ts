import type { BallotAct } from '../../../shared/domain/ballot/acts.ts'
import type { BallotIds, BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import type { GridAction, GridEffect } from '../../../shared/score-grid/grid-step.ts'
import { isSettled } from '../../../shared/domain/ballot/state.ts'
import { reduceGrid } from '../../../shared/score-grid/reduce-grid.ts'
import { createGrid, type GridLayout, type ScoreGrid } from '../../../shared/score-grid/score-grid.ts'
import { normaliseText } from '../../../shared/domain/vietnamese/normalise-input.ts'
import { createBallotSync, type Deed, type SyncPorts, type SyncState } from '../../ballot-sync/ballot-sync.ts'
import type { LostAct } from '../../ballot-sync/lost-acts.ts'
import type { OutboxState } from '../../ballot-sync/outbox.ts'
import { gridBallots, type DeskBallot, type DeskItem } from './grid-ballots.ts'

export type SaveProgress = Pick<OutboxState, 'waiting' | 'failure'>

export type DeskState = {
  /** Its ballots are those of the application with what waits laid over them: keys reach them through acts alone. */
  readonly grid: ScoreGrid | null
  /** What the application said last about each ballot. */
  readonly known: ReadonlyMap<BallotKey, DeskBallot>
  /** The same with what waits laid over. */
  readonly shown: ReadonlyMap<BallotKey, DeskBallot>
  readonly saving: SaveProgress
  /** Keyed acts that the application did not take; the ballots show what it has. */
  readonly lost: readonly LostAct[]
  /**
   * The ballot that Enter left behind, and the one that it led to, null where that is none: for as long as nothing was
   * done to the one after it and no other was opened (`justLeft`).
   */
  readonly left: { readonly ballot: BallotKey; readonly next: BallotKey | null } | null
  /** The ballot that kept the last undo from going on, since it can no longer change. */
  readonly blocked: BallotKey | null
}

export type BallotDesk = {
  readonly read: () => DeskState
  readonly subscribe: (listener: () => void) => () => void
  readonly dispatch: (action: GridAction) => void
  /** Lays a product's ballots on the desk as the application has them. */
  readonly lay: (item: DeskItem, ballots: readonly DeskBallot[]) => void
  /** A ballot as the application answered it to someone else's call. */
  readonly take: (ballot: DeskBallot) => void
  readonly has: (key: BallotKey) => boolean
  readonly open: (place: { readonly ballot: BallotKey; readonly row?: number; readonly layout: GridLayout }) => void
  /**
   * Writes a member's opinion; a settled ballot is opened for it, with that reason, and settled again as it was.
   */
  readonly writeOpinion: (opinion: {
    readonly ballot: BallotKey
    readonly opinion: string
    /** As it was shown. */
    readonly seen: string
    readonly reason: string
  }) => void
  /** The screen was left: no ballot is the one just confirmed any more. */
  readonly forgetLeft: () => void
  /** These were read, and that the last undo did not go on. */
  readonly dismiss: (lost: readonly LostAct[]) => void
  /** Tries at once instead of waiting for the next attempt. */
  readonly retry: () => void
}

export type DeskParts = Pick<
  SyncPorts<DeskBallot>,
  'kept' | 'send' | 'judge' | 'isLoss' | 'makeId' | 'painted' | 'pause'
> & {
  readonly get: (ballot: BallotIds) => Promise<DeskBallot>
  /** Whose acts these are: what was kept under that place is sent first. */
  readonly place: string
  /** Recorded with a confirmation that Ctrl+Z takes back. */
  readonly reopenReason: () => string
  /** Told of every change of the saving state, for the window's own bar. */
  readonly saving: (progress: SaveProgress) => void
  /**
   * Enter confirmed a ballot, or was pressed on one that is settled: what comes next is the page's to say. Answers the
   * ballot that it leads to; null for none.
   */
  readonly moveOn: (ballot: BallotKey) => BallotKey | null
}

/**
 * The desk on which ballots are keyed: the grid's cursor and history over ballots that are shared with whoever keys them
 * elsewhere. It lives as long as the session is open in the window, so that Ctrl+Z reaches across ballots and screens.
 */
export function createBallotDesk(parts: DeskParts): BallotDesk {
  const saving: SaveProgress = { waiting: [], failure: null }
  let state: DeskState = { grid: null, known: new Map(), shown: new Map(), saving, lost: [], left: null, blocked: null }
  let items: ReadonlyMap<number, DeskItem> = new Map()
  const listeners = new Set<() => void>()

  const set = (next: Partial<DeskState>): void => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  const show = ({ saved: known, shown, waiting, failure, lost }: SyncState<DeskBallot>): void => {
    const ballots = gridBallots(state.grid?.ballots ?? {}, shown, items)
    const before = state.saving
    const isAsBefore =
      before.failure === failure && (before.waiting === waiting || (isIdle(before) && isIdle({ waiting })))
    const progress = isAsBefore ? before : { waiting, failure }
    if (!isAsBefore) parts.saving(progress)
    const grid = withBallots(state.grid, ballots)
    const left = leftIn(state.left, state.known, known)
    set({ known, shown, lost, left, saving: progress, grid: grid && atFirstBlank(grid, state.known, known) })
  }

  const sync = createBallotSync<DeskBallot>({
    ...parts,
    learn: async ({ agendaItemId, memberId }: BallotAct) => {
      sync.hear([await parts.get({ agendaItemId, memberId })])
    },
    stopped: () => {},
    changed: show,
  })
  sync.open(parts.place)

  return {
    read: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    dispatch: (action) => {
      if (state.grid === null) return
      const { grid, effects } = reduceGrid(state.grid, action)
      const deeds = effects.flatMap((effect) => deedsOf(effect, { grid, ...parts, shown: sync.read().shown }))
      const [block] = effects.filter((effect) => effect.kind === 'blocked')
      const blocked = block?.ballot ?? (deeds.length > 0 ? null : state.blocked)
      // The grid's own forecast of its ballots is not kept: what is shown follows from the acts.
      const [done] = effects.filter((effect) => effect.kind === 'confirm' || effect.kind === 'next')
      const left = done === undefined && deeds.length === 0 ? state.left : null
      const next = { grid: { ...grid, ballots: state.grid.ballots }, left, blocked }
      if (deeds.length === 0) set(next)
      else {
        state = { ...state, ...next }
        sync.act(deeds)
      }
      if (done !== undefined) {
        const to = parts.moveOn(done.ballot)
        if (grid.ballots[done.ballot]?.isLocked === false) set({ left: { ballot: done.ballot, next: to } })
      }
    },
    lay: (item, ballots) => {
      items = new Map(items).set(item.agendaItemId, item)
      if (item.isLocked) state = { ...state, left: null }
      sync.hear(ballots)
      show(sync.read())
    },
    take: (ballot) => sync.hear([ballot]),
    has: (key) => state.grid?.ballots[key] !== undefined,
    open: (place) => {
      if (state.grid === null) return
      const left = state.left?.next === place.ballot ? state.left : null
      set({ grid: reduceGrid(state.grid, { type: 'open', ...place }).grid, left, blocked: null })
    },
    writeOpinion: ({ ballot, opinion: typed, seen, reason }) => {
      const shown = sync.read().shown.get(ballot)
      const opinion = normaliseText(typed)
      if (shown === undefined || opinion === seen) return
      const { state: standing, version } = shown
      sync.act([
        { kind: 'opinion', ballot, opinion, seen, ...(isSettled(standing) && { confirmed: { version, reason } }) },
      ])
    },
    forgetLeft: () => {
      if (state.left !== null) set({ left: null })
    },
    dismiss: (lost) => {
      state = { ...state, blocked: null }
      sync.dismiss(lost)
    },
    retry: sync.wake,
  }
}

/**
 * The ballot that Enter just confirmed, or found confirmed, before it led to the one that is open; null for none. On the
 * line that confirms, the open ballot is the one that is spoken of.
 */
export function justLeft({ left, grid }: Pick<DeskState, 'left' | 'grid'>): BallotKey | null {
  if (left === null || grid === null || left.next !== grid.cursor.ballot) return null
  return grid.cursor.row === grid.ballots[left.next]?.criteria.length ? null : left.ballot
}

/** Whether there is an opinion to read or to write: on a ballot that is locked nothing is written any more. */
export function hasOpinionToOpen({ grid, shown }: Pick<DeskState, 'grid' | 'shown'>, ballot: BallotKey): boolean {
  return grid?.ballots[ballot]?.isLocked !== true || (shown.get(ballot)?.opinion ?? '') !== ''
}

/** Another round has begun on that ballot: it is not the one just confirmed. */
function leftIn(left: DeskState['left'], before: DeskState['known'], known: DeskState['known']): DeskState['left'] {
  if (left === null) return null
  return before.get(left.ballot)?.round === known.get(left.ballot)?.round ? left : null
}

function isIdle({ waiting }: Pick<SaveProgress, 'waiting'>): boolean {
  return waiting.length === 0
}

type Doing = Pick<DeskParts, 'reopenReason'> & {
  /** After the effect. */
  readonly grid: ScoreGrid
  /** Before it. */
  readonly shown: ReadonlyMap<BallotKey, DeskBallot>
}

function deedsOf(effect: GridEffect, { grid, shown, reopenReason }: Doing): readonly Deed[] {
  switch (effect.kind) {
    case 'save':
      return effect.changes.map(({ ballot, row: criterionIndex, from: seen, to: option }) => ({
        kind: 'choose',
        ballot,
        criterionIndex,
        option,
        seen,
      }))
    case 'confirm':
      return [
        {
          ...effect,
          seen: grid.ballots[effect.ballot]?.choices ?? [],
          seenOpinion: shown.get(effect.ballot)?.opinion ?? '',
        },
      ]
    case 'reopen':
      return [{ ...effect, seen: shown.get(effect.ballot)?.version ?? 0, reason: reopenReason() }]
    case 'next':
    case 'blocked':
      return []
  }
}

/** The grid over these ballots; it begins with the first one that is laid on the desk. */
function withBallots(grid: ScoreGrid | null, ballots: ScoreGrid['ballots']): ScoreGrid | null {
  const [first] = Object.values(ballots)
  const at = grid ?? (first === undefined ? null : createGrid(first, { kind: 'ballot' }))
  return at && { ...at, ballots }
}

/** Another round has begun on the ballot under the cursor: what was keyed for the one before has left it blank. */
function atFirstBlank(grid: ScoreGrid, before: DeskState['known'], known: DeskState['known']): ScoreGrid {
  const { ballot } = grid.cursor
  const round = before.get(ballot)?.round
  if (round === undefined || round === known.get(ballot)?.round) return grid
  return reduceGrid(grid, { type: 'open', ballot, layout: grid.layout }).grid
}
