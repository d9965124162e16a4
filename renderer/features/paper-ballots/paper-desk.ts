import type { PaperBallot } from '../../../shared/api/paper-ballots.ts'
import { ballotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import { isSettled } from '../../../shared/domain/ballot/state.ts'
import type { CaseCode, CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import type { BallotChoices } from '../../../shared/domain/scoring/types.ts'
import { quiet, type GridAction } from '../../../shared/score-grid/grid-step.ts'
import { reduceGrid } from '../../../shared/score-grid/reduce-grid.ts'
import {
  choiceAt,
  countUnanswered,
  createGrid,
  nextUnanswered,
  type Choice,
  type GridBallot,
  type ScoreGrid,
} from '../../../shared/score-grid/score-grid.ts'

/** One ballot of a pile under the keys: the sheet of points, of which only what a person has to look at is blank. */
export type PaperDesk = {
  readonly grid: ScoreGrid
  readonly rows: readonly PaperDeskRow[]
  /** Enter or K where there is nothing to take. */
  readonly lack: 'no-reading' | 'not-keyed' | null
}

/** A criterion, in form order. */
export type PaperDeskRow = {
  readonly read: Choice
  readonly keyed: Choice
  /** `open`: nothing was read by itself; `different`: it was keyed otherwise. */
  readonly kind: 'plain' | 'open' | 'different'
}

export type PaperDeskAction = GridAction | { readonly type: 'keep-keyed' }

/** `isDone`: Enter where nothing is left to look at. */
export type PaperDeskStep = { readonly desk: PaperDesk; readonly isDone: boolean }

type OpenInput = {
  readonly ballot: PaperBallot
  readonly form: CriteriaSet
  readonly criteriaCase: CaseCode | null
  readonly isLocked: boolean
}

/** The ballot as it was read, its cursor where a person has to look first. */
export function openDesk({ ballot, form, criteriaCase, isLocked }: OpenInput): PaperDesk {
  const rows = ballot.criteria.map((criterion) => deskRow(ballot, criterion.index))
  const own: GridBallot = {
    key: ballotKey(ballot),
    agendaItemId: ballot.agendaItemId,
    memberId: ballot.memberId,
    criteria: listCriteria(form),
    criteriaCase,
    choices: rows.map((row) => firstChoice(ballot, row)),
    // Whatever the file has of it: what is made here becomes the ballot only when it is taken.
    state: 'draft',
    excluded: ballot.ballot.excluded,
    isLocked,
  }
  return { grid: createGrid(own, { kind: 'ballot' }), rows, lack: null }
}

/** The same after the pile changed under it: what was decided stays wherever paper and file say what they said. */
export function reopenDesk(before: PaperDesk, input: OpenInput): PaperDesk {
  const desk = openDesk(input)
  const [own, was] = [ballotOf(desk), ballotOf(before)]
  const choices = desk.rows.map((row, at) => {
    const known = before.rows[at]
    const isAsBefore = known?.read === row.read && known.keyed === row.keyed && known.kind === row.kind
    return isAsBefore ? choiceAt(was, at) : choiceAt(own, at)
  })
  const ballots = { [own.key]: { ...own, choices } }
  const after = { ...desk, grid: { ...desk.grid, ballots, cursor: before.grid.cursor } }
  // What has to be looked at now stands first: nobody looks for it elsewhere.
  return countOpen(after) > countOpen(before) ? { ...after, grid: { ...after.grid, cursor: desk.grid.cursor } } : after
}

/** Moves the ballot on by one key. */
export function pressDesk(desk: PaperDesk, action: PaperDeskAction): PaperDeskStep {
  switch (action.type) {
    case 'enter':
      return desk.grid.pending === null ? enter(desk) : follow(desk, action)
    case 'keep-keyed':
      return still(keepKeyed(desk))
    default:
      return follow(desk, action)
  }
}

export function ballotOf({ grid }: Pick<PaperDesk, 'grid'>): GridBallot {
  const ballot = grid.ballots[grid.cursor.ballot]
  if (ballot === undefined) throw new Error(`no ballot ${grid.cursor.ballot} on the desk`)
  return ballot
}

/** How many criteria a person still has to look at. */
export function countOpen(desk: Pick<PaperDesk, 'grid'>): number {
  return countUnanswered(ballotOf(desk))
}

/** What Enter takes in a criterion: what was read, else what was keyed; null for neither. */
export function proposedOf({ read, keyed }: PaperDeskRow): Choice {
  return read ?? keyed
}

/** Whether taking it changes a ballot that is confirmed, or one of which a page lacks: a reason is due. */
export function needsReason(
  choices: BallotChoices,
  { ballot: { state, choices: keyed }, missingPages }: Pick<PaperBallot, 'ballot' | 'missingPages'>,
) {
  if (missingPages.length > 0) return true
  return isSettled(state) && choices.some((choice, at) => choice !== (keyed[at] ?? null))
}

function deskRow({ criteria, differences, ballot }: PaperBallot, index: number): PaperDeskRow {
  const read = criteria[index]?.option ?? null
  const isDifferent = differences.some((one) => one.read.index === index && one.keyed !== null)
  return {
    read,
    keyed: ballot.choices[index] ?? null,
    kind: read === null ? 'open' : isDifferent ? 'different' : 'plain',
  }
}

/** A ballot that was taken has been decided already. */
function firstChoice({ state }: PaperBallot, { read, keyed, kind }: PaperDeskRow): Choice {
  if (state === 'taken') return keyed ?? read
  return kind === 'plain' ? read : null
}

function follow(desk: PaperDesk, action: GridAction): PaperDeskStep {
  return still({ ...desk, grid: reduceGrid(desk.grid, action).grid, lack: null })
}

function enter(desk: PaperDesk): PaperDeskStep {
  const ballot = ballotOf(desk)
  const { row } = desk.grid.cursor
  const at = desk.rows[row]
  if (at !== undefined && choiceAt(ballot, row) === null) return still(choose(desk, proposedOf(at), 'no-reading'))
  if (countUnanswered(ballot) === 0) return { desk: { ...desk, lack: null }, isDone: true }
  return follow(desk, { type: 'go', place: { ballot: ballot.key, row: nextUnanswered(ballot, row) } })
}

function keepKeyed(desk: PaperDesk): PaperDesk {
  return choose(desk, desk.rows[desk.grid.cursor.row]?.keyed ?? null, 'not-keyed')
}

function choose(desk: PaperDesk, optionNumber: Choice, lack: NonNullable<PaperDesk['lack']>): PaperDesk {
  const grid = quiet(desk.grid)
  if (optionNumber === null) return { ...desk, grid, lack }
  const { grid: after } = reduceGrid(grid, { type: 'choose', optionNumber })
  // A line that the product's case does not offer is nobody's to take by one key.
  return { ...desk, grid: after, lack: after === grid ? lack : null }
}

const still = (desk: PaperDesk): PaperDeskStep => ({ desk, isDone: false })
