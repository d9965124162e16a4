import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CriteriaSet } from '../domain/criteria/criteria-set.ts'
import { listCriteria } from '../domain/criteria/form.ts'
import { totalBallot } from '../domain/scoring/ballot-totals.ts'
import { copyBlock, previewPaste } from './clipboard-block.ts'
import { offeredOptions, offeredPoints } from '../domain/ballot/options.ts'
import type { GridAction } from './grid-step.ts'
import { reduceGrid } from './reduce-grid.ts'
import { ballotKey, type BallotKey } from '../domain/ballot/ballot-key.ts'
import { createGrid, isWritable, type GridBallot, type ScoreGrid } from './score-grid.ts'

/** Forms with every oddity: equal points (07, 23), two digits (25), cases (26), and a plain one (01). */
const forms = ['01', '07', '23', '25', '26'].map((number): CriteriaSet => {
  const file = new URL(`../../resources/criteria/qd26/${number}.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as CriteriaSet
})

const members = [1, 2, 3]

const ballotOf = (form: CriteriaSet, memberId: number): GridBallot => ({
  key: ballotKey({ agendaItemId: 1, memberId }),
  agendaItemId: 1,
  memberId,
  criteria: listCriteria(form),
  criteriaCase: 'a',
  choices: [],
  state: 'none',
  excluded: null,
  isLocked: false,
})

function startOf(form: CriteriaSet, layout: 'ballot' | 'grid'): ScoreGrid {
  const ballots = members.map((memberId) => ballotOf(form, memberId))
  const [first] = ballots
  if (first === undefined) throw new Error('no member')
  const columns = ballots.map(({ key }) => key)
  const grid = createGrid(first, layout === 'grid' ? { kind: 'grid', columns } : { kind: 'ballot' })
  return { ...grid, ballots: Object.fromEntries(ballots.map((ballot) => [ballot.key, ballot])) }
}

const digit = fc.integer({ min: 0, max: 9 }).map((value): GridAction => ({ type: 'digit', digit: `${value}` }))
const typing = fc.oneof(
  { weight: 6, arbitrary: digit },
  fc.constantFrom<GridAction>(
    { type: 'erase' },
    { type: 'clear' },
    { type: 'enter' },
    { type: 'settle' },
    { type: 'escape' },
    { type: 'letter', letter: 'b' },
    { type: 'select-all' },
  ),
  fc.record({
    type: fc.constant('move' as const),
    to: fc.constantFrom(...(['up', 'down', 'left', 'right', 'top', 'bottom', 'next', 'previous'] as const)),
    extend: fc.boolean(),
  }),
)
const history = fc.constantFrom<GridAction>({ type: 'undo' }, { type: 'redo' })
const form = fc.constantFrom(...forms)
const layout = fc.constantFrom('ballot' as const, 'grid' as const)
const keysOf = (action: fc.Arbitrary<GridAction>) => fc.array(action, { maxLength: 80 })

const runAll = (grid: ScoreGrid, actions: readonly GridAction[]): ScoreGrid =>
  actions.reduce((now, action) => reduceGrid(now, action).grid, grid)

const record = (grid: ScoreGrid) =>
  Object.values(grid.ballots).map(({ criteria, choices, state }) => [
    criteria.map((_criterion, row) => choices[row] ?? null),
    state === 'confirmed',
  ])

describe('whatever keys are pressed', () => {
  it('holds only lines that the criterion offers, and a cursor on a cell', () => {
    fc.assert(
      fc.property(form, layout, keysOf(fc.oneof(typing, history)), (form, kind, actions) => {
        const grid = runAll(startOf(form, kind), actions)
        for (const { criteria, choices, criteriaCase } of Object.values(grid.ballots)) {
          for (const { criterion, index } of criteria) {
            const offered = offeredOptions({ criterion, criteriaCase }).map(({ optionNumber }) => optionNumber)
            const choice = choices[index] ?? null
            expect(choice === null || offered.includes(choice)).toBe(true)
          }
          expect(totalBallot(form, choices).total).toBeLessThanOrEqual(100)
        }
        const ballot = grid.ballots[grid.cursor.ballot]
        const last = (ballot?.criteria.length ?? 0) - (kind === 'grid' ? 1 : 0)
        expect(grid.cursor.row).toBeGreaterThanOrEqual(0)
        expect(grid.cursor.row).toBeLessThanOrEqual(last)
      }),
    )
  })

  it('tells the host every change, and nothing else: its copy always equals the grid', () => {
    fc.assert(
      fc.property(form, layout, keysOf(fc.oneof(typing, history)), (form, kind, actions) => {
        let grid = startOf(form, kind)
        const host = new Map<BallotKey, (number | null)[]>()
        const confirmed = new Set<BallotKey>()
        for (const action of actions) {
          const step = reduceGrid(grid, action)
          for (const effect of step.effects) {
            if (effect.kind === 'confirm') confirmed.add(effect.ballot)
            if (effect.kind === 'reopen') confirmed.delete(effect.ballot)
            if (effect.kind !== 'save') continue
            for (const { ballot, row, from, to } of effect.changes) {
              const choices = host.get(ballot) ?? []
              expect(confirmed.has(ballot)).toBe(false)
              expect(choices[row] ?? null).toBe(from)
              choices[row] = to
              host.set(ballot, choices)
            }
          }
          grid = step.grid
        }
        for (const { key, criteria, choices, state } of Object.values(grid.ballots)) {
          const kept = host.get(key) ?? []
          expect(criteria.map((_c, row) => choices[row] ?? null)).toEqual(criteria.map((_c, row) => kept[row] ?? null))
          expect(state === 'confirmed').toBe(confirmed.has(key))
        }
      }),
    )
  })

  it('goes back to the beginning with Ctrl+Z, and forward again with Ctrl+Y', () => {
    fc.assert(
      fc.property(form, layout, keysOf(typing), (form, kind, actions) => {
        const start = startOf(form, kind)
        const typed = runAll(start, actions)
        const undone = runAll(
          typed,
          Array.from({ length: typed.past.length }, () => ({ type: 'undo' }) as const),
        )
        expect(record(undone)).toEqual(record(start))
        const redone = runAll(
          undone,
          Array.from({ length: undone.future.length }, () => ({ type: 'redo' }) as const),
        )
        expect(record(redone)).toEqual(record(typed))
      }),
    )
  })
})

describe('a complete ballot', () => {
  it('takes one key a criterion and Enter, two where the points have two digits', () => {
    fc.assert(
      fc.property(form, fc.infiniteStream(fc.nat()), (form, picks) => {
        let grid = startOf(form, 'ballot')
        let presses = 0
        let expected = 1
        for (const { criterion } of listCriteria(form)) {
          const points = offeredPoints({ criterion, criteriaCase: 'a' })
          const pick = `${points[(picks.next().value ?? 0) % points.length] ?? 0}`
          expected += pick.length
          for (const key of pick) {
            grid = reduceGrid(grid, { type: 'digit', digit: key }).grid
            presses += 1
          }
        }
        const { effects } = reduceGrid(grid, { type: 'enter' })
        expect(effects).toEqual([{ kind: 'confirm', ballot: '1/1' }])
        expect(presses + 1).toBe(expected)
      }),
    )
  })
})

describe('the clipboard', () => {
  it('pastes what was copied without a change, and the other way into an empty grid', () => {
    fc.assert(
      fc.property(form, keysOf(typing), (form, actions) => {
        const empty = runAll(startOf(form, 'grid'), [{ type: 'select-all' }])
        const filled = runAll(runAll(startOf(form, 'grid'), actions), [{ type: 'escape' }, { type: 'select-all' }])
        const text = copyBlock(filled)
        expect(previewPaste({ grid: filled, text, keepBlanks: false }).changes).toEqual([])
        const { changes, outside } = previewPaste({ grid: empty, text, keepBlanks: false })
        expect(outside).toBe(0)
        const pasted = reduceGrid(empty, { type: 'apply', changes }).grid
        expect(copyBlock({ ...pasted, anchor: filled.anchor, cursor: filled.cursor })).toBe(text)
        expect(record(runAll(pasted, [{ type: 'undo' }]))).toEqual(record(empty))
      }),
    )
  })

  it('never proposes a change that the criterion does not offer or a ballot that cannot change', () => {
    fc.assert(
      fc.property(form, fc.array(fc.array(fc.string(), { maxLength: 5 }), { maxLength: 40 }), (form, rows) => {
        const start = startOf(form, 'grid')
        const text = rows.map((row) => row.join('\t')).join('\n')
        for (const { ballot: key, row, to } of previewPaste({ grid: start, text, keepBlanks: false }).changes) {
          const ballot = start.ballots[key]
          const place = ballot?.criteria[row]
          if (ballot === undefined || place === undefined) throw new Error('outside the grid')
          const offered = offeredOptions({ criterion: place.criterion, criteriaCase: ballot.criteriaCase })
          expect(to === null || offered.some(({ optionNumber }) => optionNumber === to)).toBe(true)
          expect(isWritable(ballot)).toBe(true)
        }
      }),
    )
  })
})
