import type { Ballot } from '../../../shared/api/ballots.ts'
import type { AppClient } from '../../../shared/api/contract.ts'
import { isSettled } from '../../../shared/domain/ballot/state.ts'
import type { CaseCode, CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import type { GridAction, GridEffect } from '../../../shared/score-grid/grid-step.ts'
import { reduceGrid } from '../../../shared/score-grid/reduce-grid.ts'
import { ballotKey, type BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import {
  choiceAt,
  createGrid,
  type Choice,
  type GridBallot,
  type GridLayout,
  type ScoreGrid,
} from '../../../shared/score-grid/score-grid.ts'
import { makeActId } from '../../ballot-sync/act-id.ts'
import { createSaveQueue, type SaveProgress, type SaveTask } from './save-queue.ts'

/** A product on the desk: its sealed form and all ballots of its present round. */
export type DeskItem = {
  readonly agendaItemId: number
  readonly form: CriteriaSet
  readonly criteriaCase: CaseCode | null
  readonly isLocked: boolean
  readonly ballots: readonly Ballot[]
}

/** Something that happened to a ballot other than by the keys here. */
export type DeskNotice =
  | {
      readonly kind: 'changed-elsewhere'
      readonly ballot: BallotKey
      readonly row: number
      readonly mine: Choice
      readonly theirs: Choice
    }
  /** Keyed choices that the host refused; the ballot shows what the host has. */
  | { readonly kind: 'refused'; readonly ballot: BallotKey; readonly error: unknown }
  /** Enter was given to other choices than the ballot now holds. */
  | { readonly kind: 'not-confirmed'; readonly ballot: BallotKey }
  | { readonly kind: 'undo-blocked'; readonly ballot: BallotKey }

export type DeskState = {
  readonly grid: ScoreGrid | null
  readonly forms: ReadonlyMap<number, CriteriaSet>
  /** What the host said last about each ballot. */
  readonly known: ReadonlyMap<BallotKey, Ballot>
  readonly saving: SaveProgress
  readonly notice: DeskNotice | null
}

export type BallotDesk = ReturnType<typeof createBallotDesk>

/** The calls of the contract that the desk makes. */
export type BallotCalls = {
  readonly [Verb in 'choose' | 'confirm' | 'reopen' | 'get']: (
    input: Parameters<AppClient['ballots'][Verb]>[0],
  ) => Promise<Ballot>
}

type DeskParts = {
  readonly ballots: BallotCalls
  readonly isRefusal: (error: unknown) => boolean
  readonly isConflict: (error: unknown) => boolean
  /** Recorded with a confirmation that Ctrl+Z takes back. */
  readonly reopenReason: () => string
  /** Resolves once the screen shows what was keyed. */
  readonly painted: () => Promise<void>
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>
  /** Told of every change of the saving state, for the window's own bar. */
  readonly saving: (progress: SaveProgress) => void
  /** Enter confirmed a ballot, or was pressed on one that is settled: what comes next is the page's to say. */
  readonly moveOn: (ballot: BallotKey) => void
}

/**
 * The desk on which ballots are keyed: the grid of the screen, and the queue that carries every change to the host.
 * It lives as long as the session is open in the window, so that Ctrl+Z reaches across ballots and screens.
 */
export function createBallotDesk(parts: DeskParts) {
  let state: DeskState = { grid: null, forms: new Map(), known: new Map(), saving: { kind: 'idle' }, notice: null }
  const listeners = new Set<() => void>()

  const set = (next: Partial<DeskState>): void => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  const know = (ballot: Ballot): void => {
    const key = ballotKey(ballot)
    const before = state.known.get(key)
    // Answers to two calls may come in the other order.
    if (before !== undefined && before.round === ballot.round && before.revision > ballot.revision) return
    state = { ...state, known: new Map(state.known).set(key, ballot) }
  }

  const queue = createSaveQueue({
    send: (task) => send(task, parts.ballots),
    saved: (task, ballot) => {
      know(ballot)
      if (!queue.isWaiting(ballotKey(task))) show(ballot)
      else set({})
    },
    refused: async (task, error) => {
      const { agendaItemId, memberId } = task
      const theirs = await parts.ballots.get({ agendaItemId, memberId })
      const based = state.known.get(ballotKey(task))
      know(theirs)
      if (!parts.isConflict(error)) {
        show(theirs)
        set({ notice: { kind: 'refused', ballot: ballotKey(task), error } })
        return (waiting) => ballotKey(waiting) !== ballotKey(task)
      }
      return keepWhatDoesNotCollide({ based, theirs, key: ballotKey(task) })
    },
    isRefusal: parts.isRefusal,
    progress: (saving) => {
      parts.saving(saving)
      set({ saving })
    },
    painted: parts.painted,
    pause: parts.pause,
  })

  /** Someone else changed this ballot: cells that both changed keep theirs and are named, the others keep ours. */
  const keepWhatDoesNotCollide = ({
    based,
    theirs,
    key,
  }: {
    based: Ballot | undefined
    theirs: Ballot
    key: BallotKey
  }): ((waiting: SaveTask) => boolean) => {
    const isDone = isSettled(theirs.state)
    const collides = (row: number): boolean => isDone || (theirs.choices[row] ?? null) !== (based?.choices[row] ?? null)
    const mine = state.grid?.ballots[key]
    if (mine !== undefined && state.grid !== null) {
      const lost = mine.criteria.findIndex(
        (_criterion, row) => collides(row) && choiceAt(mine, row) !== (theirs.choices[row] ?? null),
      )
      const choices = mine.criteria.map((_criterion, row) =>
        collides(row) ? (theirs.choices[row] ?? null) : choiceAt(mine, row),
      )
      const merged: GridBallot = { ...mine, choices, state: theirs.state, excluded: theirs.excluded }
      set({
        grid: reduceGrid(state.grid, { type: 'load', ballots: [merged] }).grid,
        notice:
          lost < 0
            ? state.notice
            : {
                kind: 'changed-elsewhere',
                ballot: key,
                row: lost,
                mine: choiceAt(mine, lost),
                theirs: theirs.choices[lost] ?? null,
              },
      })
    }
    return (task) => {
      if (ballotKey(task) !== key || (task.kind === 'choose' && !collides(task.criterionIndex))) return true
      if (task.kind === 'confirm' && !isDone) set({ notice: { kind: 'not-confirmed', ballot: key } })
      return false
    }
  }

  /** Puts a ballot as the host has it on the screen. */
  const show = (ballot: Ballot): void => {
    const { grid } = state
    const before = grid?.ballots[ballotKey(ballot)]
    if (grid === null || before === undefined || isSame(before, ballot)) {
      set({})
      return
    }
    const { choices, state: ballotState, excluded } = ballot
    const loaded = { ...before, choices, state: ballotState, excluded }
    set({ grid: reduceGrid(grid, { type: 'load', ballots: [loaded] }).grid })
  }

  const placeOf = (key: BallotKey) => {
    const [agendaItemId = 0, memberId = 0] = key.split('/').map(Number)
    return { actId: makeActId(), round: state.known.get(key)?.round ?? 1, agendaItemId, memberId }
  }

  const perform = (effect: GridEffect): void => {
    switch (effect.kind) {
      case 'save':
        queue.add(
          effect.changes.map(({ ballot, row, from, to }) => ({
            kind: 'choose',
            ...placeOf(ballot),
            criterionIndex: row,
            option: to,
            seen: from,
          })),
        )
        break
      case 'confirm':
        queue.add([
          { kind: 'confirm', ...placeOf(effect.ballot), seen: state.grid?.ballots[effect.ballot]?.choices ?? [] },
        ])
        parts.moveOn(effect.ballot)
        break
      case 'reopen':
        queue.add([
          {
            kind: 'reopen',
            ...placeOf(effect.ballot),
            seen: Math.max(1, state.known.get(effect.ballot)?.version ?? 1),
            reason: parts.reopenReason(),
          },
        ])
        break
      case 'next':
        parts.moveOn(effect.ballot)
        break
      case 'blocked':
        set({ notice: { kind: 'undo-blocked', ballot: effect.ballot } })
        break
    }
  }

  return {
    read: (): DeskState => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },

    dispatch: (action: GridAction): void => {
      if (state.grid === null) return
      const { grid, effects } = reduceGrid(state.grid, action)
      if (grid !== state.grid) set({ grid, notice: effects.length > 0 ? null : state.notice })
      for (const effect of effects) perform(effect)
    },

    /** Lays a product's ballots on the desk as the host has them; those with keys still to be saved stay as keyed. */
    lay: (item: DeskItem): void => {
      const forms = new Map(state.forms).set(item.agendaItemId, item.form)
      const known = new Map(state.known)
      const loaded: GridBallot[] = []
      for (const ballot of item.ballots) {
        const key = ballotKey(ballot)
        const before = state.grid?.ballots[key]
        const isStale = (known.get(key)?.revision ?? -1) > ballot.revision && known.get(key)?.round === ballot.round
        if (queue.isWaiting(key) || isStale) {
          if (before !== undefined && before.isLocked !== item.isLocked)
            loaded.push({ ...before, isLocked: item.isLocked })
          continue
        }
        known.set(key, ballot)
        const next = gridBallot(ballot, item)
        if (before === undefined || !isSame(before, ballot) || before.isLocked !== item.isLocked) loaded.push(next)
      }
      const [first] = loaded
      const grid = state.grid ?? (first === undefined ? null : createGrid(first, { kind: 'ballot' }))
      set({
        forms,
        known,
        grid: grid === null || loaded.length === 0 ? grid : reduceGrid(grid, { type: 'load', ballots: loaded }).grid,
      })
    },

    /** A ballot as the host answered it to someone else's call; keys still to be saved stay as keyed. */
    take: (ballot: Ballot): void => {
      know(ballot)
      if (queue.isWaiting(ballotKey(ballot))) set({})
      else show(ballot)
    },

    has: (key: BallotKey): boolean => state.grid?.ballots[key] !== undefined,
    open: (place: { readonly ballot: BallotKey; readonly row?: number; readonly layout: GridLayout }): void => {
      if (state.grid === null) return
      set({ grid: reduceGrid(state.grid, { type: 'open', ...place }).grid, notice: null })
    },
    dismiss: (): void => set({ notice: null }),
    retry: queue.retry,
  }
}

function send(act: SaveTask, ballots: BallotCalls): Promise<Ballot> {
  switch (act.kind) {
    case 'choose':
      return ballots.choose(act)
    case 'confirm':
      return ballots.confirm(act)
    case 'reopen':
      return ballots.reopen(act)
  }
}

const gridBallot = (ballot: Ballot, item: DeskItem): GridBallot => ({
  key: ballotKey(ballot),
  agendaItemId: ballot.agendaItemId,
  memberId: ballot.memberId,
  criteria: listCriteria(item.form),
  criteriaCase: item.criteriaCase,
  choices: ballot.choices,
  state: ballot.state,
  excluded: ballot.excluded,
  isLocked: item.isLocked,
})

const isSame = (shown: GridBallot, ballot: Ballot): boolean =>
  shown.state === ballot.state &&
  shown.excluded === ballot.excluded &&
  shown.criteria.every((_criterion, row) => choiceAt(shown, row) === (ballot.choices[row] ?? null))
