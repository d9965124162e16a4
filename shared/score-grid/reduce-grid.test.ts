import { describe, expect, it } from 'vitest'
import type { CriteriaSet, Criterion } from '../domain/criteria/criteria-set.ts'
import { listCriteria } from '../domain/criteria/form.ts'
import type { GridAction, GridEffect } from './grid-step.ts'
import { reduceGrid } from './reduce-grid.ts'
import { ballotKey, type BallotKey } from '../domain/ballot/ballot-key.ts'
import { createGrid, type GridBallot, type ScoreGrid } from './score-grid.ts'

const criterion = (code: string, points: readonly number[], more: Partial<Criterion> = {}): Criterion => ({
  code,
  title: `Criterion ${code}`,
  max: Math.max(...points),
  options: points.map((value) => ({ points: value, label: `${value} points` })),
  ...more,
})

const setOf = (criteria: readonly Criterion[]): CriteriaSet => ({
  id: 'test',
  decision: 'test',
  effectiveFrom: '2026-01-01',
  setNumber: 1,
  name: 'Test',
  sector: 'Test',
  status: 'official-text',
  parts: [{ code: 'A', title: 'A', max: 40, sections: [{ code: 'I', title: 'I', max: 40, criteria }] }],
})

const form = setOf([
  criterion('1.1', [1, 2, 3]),
  criterion('1.2', [0, 1, 2]),
  criterion('2.1', [1, 2, 10]),
  criterion('2.2', [2, 5, 7, 10]),
  criterion('3.1', [1, 1, 3]),
  criterion('3.2', [0, 0, 0], {
    options: [
      { points: 1, label: 'plain' },
      { points: 1, label: 'marked', minStar: 4 },
      { points: 3, label: 'best' },
    ],
  }),
])

const ballotOf = (memberId: number, fields: Partial<GridBallot> = {}): GridBallot => ({
  key: ballotKey({ agendaItemId: 7, memberId }),
  agendaItemId: 7,
  memberId,
  criteria: listCriteria(form),
  criteriaCase: null,
  choices: [],
  state: 'none',
  excluded: null,
  isLocked: false,
  ...fields,
})

/** The grid over ballots as they are now. */
const load = (grid: ScoreGrid, ballots: readonly GridBallot[]): ScoreGrid => ({
  ...grid,
  ballots: { ...grid.ballots, ...Object.fromEntries(ballots.map((ballot) => [ballot.key, ballot])) },
})

function gridOf(...ballots: readonly GridBallot[]): ScoreGrid {
  const [first] = ballots
  if (first === undefined) throw new Error('a grid needs a ballot')
  return load(createGrid(first, { kind: 'ballot' }), ballots)
}

const keys = (text: string): readonly GridAction[] =>
  [...text].map((key): GridAction => {
    switch (key) {
      case '\n':
        return { type: 'enter' }
      case '<':
        return { type: 'erase' }
      case '↑':
        return { type: 'move', to: 'up' }
      case '↓':
        return { type: 'move', to: 'down' }
      case '…':
        return { type: 'settle' }
      case 'z':
        return { type: 'undo' }
      case 'y':
        return { type: 'redo' }
      default:
        return /\d/.test(key) ? { type: 'digit', digit: key } : { type: 'letter', letter: key }
    }
  })

function run(grid: ScoreGrid, actions: readonly GridAction[]): { grid: ScoreGrid; effects: readonly GridEffect[] } {
  const effects: GridEffect[] = []
  let now = grid
  for (const action of actions) {
    const step = reduceGrid(now, action)
    now = step.grid
    effects.push(...step.effects)
  }
  return { grid: now, effects }
}

const type = (text: string, grid = gridOf(ballotOf(1))) => run(grid, keys(text))
const choices = (grid: ScoreGrid, key: BallotKey = '7/1') => grid.ballots[key]?.choices

describe('keys of one ballot', () => {
  it('takes the digit as points and moves to the next unanswered criterion', () => {
    const { grid, effects } = type('3')
    expect(choices(grid)?.[0]).toBe(3)
    expect(grid.cursor.row).toBe(1)
    expect(effects).toEqual([{ kind: 'save', changes: [{ ballot: '7/1', row: 0, from: null, to: 3 }] }])
  })

  it('goes through a ballot that is whole in the order of the paper, and says what no criterion took', () => {
    const whole = gridOf(ballotOf(1, { choices: [3, 1, 2, 1, 3, 3], state: 'draft' }))
    const top = run(whole, [{ type: 'move', to: 'top' }]).grid
    const over = type('12', top).grid
    expect(choices(over)).toEqual([1, 3, 2, 1, 3, 3])
    expect(over.cursor.row).toBe(2)
    const last = run(top, [{ type: 'go', place: { ballot: '7/1', row: 5 } }]).grid
    const beyond = type('357', last)
    expect(choices(beyond.grid)?.[5]).toBe(3)
    expect(beyond.grid).toMatchObject({ cursor: { row: 6 }, pending: { kind: 'beyond', typed: '57' } })
    // The first Enter reads it, the second confirms.
    expect(type('\n', beyond.grid)).toMatchObject({ grid: { pending: null }, effects: [] })
    expect(type('\n\n', beyond.grid).effects).toEqual([{ kind: 'confirm', ballot: '7/1' }])
    const settled = gridOf(ballotOf(1, { choices: [3, 1, 2, 1, 3, 3], state: 'confirmed' }))
    expect(type('5', run(settled, [{ type: 'move', to: 'bottom' }]).grid).grid.pending).toBeNull()
  })

  it('takes 0 as the printed line of 0 points, or as no level reached where none is printed', () => {
    const { grid } = type('00')
    expect(choices(grid)?.slice(0, 2)).toEqual([0, 1])
  })

  it('saves nothing for points that are not offered and names those that are', () => {
    const { grid, effects } = type('7')
    expect(effects).toEqual([])
    expect(grid.cursor.row).toBe(0)
    expect(grid.pending).toEqual({ kind: 'not-offered', typed: '7', offered: [0, 1, 2, 3] })
    expect(choices(type('2', grid).grid)?.[0]).toBe(2)
  })

  it('waits after 1 where 1 and 10 are offered: for the time out, for Enter, for 0, or for any other digit', () => {
    const before = type('321').grid
    expect(before.pending).toEqual({ kind: 'digits', digits: '1', canStand: true })
    expect(choices(type('…', before).grid)?.[2]).toBe(1)
    expect(choices(type('\n', before).grid)?.[2]).toBe(1)
    expect(choices(type('0', before).grid)?.[2]).toBe(3)
    const next = type('5', before).grid
    expect(choices(next)?.slice(2, 4)).toEqual([1, 2])
    expect(choices(type('↓', before).grid)?.[2]).toBe(1)
    expect(choices(type('<', before).grid)?.[2] ?? null).toBeNull()
  })

  it('does not end the wait by itself where 1 alone is not offered, and names what is after another digit', () => {
    const before = type('322').grid
    const waiting = type('1', before).grid
    expect(waiting.pending).toEqual({ kind: 'digits', digits: '1', canStand: false })
    expect(choices(type('0', waiting).grid)?.[3]).toBe(4)
    expect(type('3', waiting).grid.pending).toEqual({ kind: 'not-offered', typed: '13', offered: [0, 2, 5, 7, 10] })
  })

  it('asks between lines of equal points only where they mean different things', () => {
    const same = type('32221').grid
    expect(choices(same)?.[4]).toBe(1)
    const asked = type('1', same).grid
    expect(asked.pending).toEqual({ kind: 'ask', points: 1, optionNumbers: [1, 2], highlighted: 0 })
    expect(choices(type('↓\n', asked).grid)?.[5]).toBe(2)
    expect(choices(type('c', asked).grid)?.[5]).toBe(2)
    expect(choices(type('d', asked).grid)?.[5] ?? null).toBeNull()
  })

  it('picks the second of two equal lines by its letter', () => {
    expect(choices(type('3222c').grid)?.[4]).toBe(2)
    expect(choices(type('b').grid)?.[0] ?? null).toBeNull()
  })

  it('offers nothing of the other case', () => {
    const cased = setOf([
      criterion('8', [], {
        options: [
          { points: 1, label: 'a', case: 'a' },
          { points: 2, label: 'b', case: 'b' },
        ],
      }),
    ])
    const ballot = { ...ballotOf(1), criteria: listCriteria(cased), criteriaCase: 'a' as const }
    expect(type('2', gridOf(ballot)).grid.pending).toEqual({ kind: 'not-offered', typed: '2', offered: [0, 1] })
    expect(choices(type('1', gridOf(ballot)).grid)?.[0]).toBe(1)
  })
})

describe('correcting', () => {
  it('erases the present choice, else the choice made last, else steps back without erasing', () => {
    const twice = type('32<')
    expect(choices(twice.grid)?.slice(0, 2)).toEqual([3, null])
    expect(twice.grid.cursor.row).toBe(1)
    const loaded = gridOf(ballotOf(1, { choices: [3, null], state: 'draft' }))
    const back = type('<', loaded)
    expect(choices(back.grid)?.[0]).toBe(3)
    expect(back.grid.cursor.row).toBe(0)
    expect(back.effects).toEqual([])
  })

  it('changes an answered criterion and goes on to the next blank', () => {
    const { grid } = type('32↑↑1')
    expect(choices(grid)?.slice(0, 2)).toEqual([1, 3])
    expect(grid.cursor.row).toBe(2)
  })

  it('undoes and redoes choices in order and puts the cursor on them', () => {
    const undone = type('32zz')
    expect(choices(undone.grid)?.every((choice) => choice === null)).toBe(true)
    expect(undone.grid.cursor.row).toBe(0)
    expect(choices(type('yy', undone.grid).grid)?.slice(0, 2)).toEqual([3, 3])
  })

  it('keeps what someone else has written since', () => {
    const typed = type('32').grid
    const elsewhere = load(typed, [ballotOf(1, { choices: [3, 1], state: 'draft' })])
    const { grid, effects } = type('z', elsewhere)
    expect(choices(grid)?.slice(0, 2)).toEqual([null, 1])
    expect(effects).toHaveLength(1)
  })
})

describe('confirming', () => {
  const full = [3, 3, 1, 1, 1, 1]

  it('leads to the next blank instead of confirming an incomplete ballot', () => {
    const { grid, effects } = type('3\n')
    expect(effects.map(({ kind }) => kind)).toEqual(['save'])
    expect(grid.pending).toEqual({ kind: 'incomplete', unanswered: 5 })
    expect(grid.cursor.row).toBe(2)
  })

  it('confirms a complete ballot, and Ctrl+Z opens it again before it undoes a choice', () => {
    const grid = gridOf(ballotOf(1, { choices: [3, 3, 1, 1, 1], state: 'draft' }))
    const confirmed = type('3\n', grid)
    expect(confirmed.effects.map(({ kind }) => kind)).toEqual(['save', 'confirm'])
    expect(confirmed.grid.ballots['7/1']?.state).toBe('confirmed')
    const reopened = type('z', confirmed.grid)
    expect(reopened.effects).toEqual([{ kind: 'reopen', ballot: '7/1' }])
    expect(choices(type('z', reopened.grid).grid)?.[5]).toBeNull()
  })

  it('crosses ballots with Ctrl+Z', () => {
    const typed = type('3', gridOf(ballotOf(1), ballotOf(2))).grid
    const other = reduceGrid(typed, { type: 'open', ballot: '7/2', layout: { kind: 'ballot' } }).grid
    const { grid, effects } = type('z', other)
    expect(grid.cursor).toEqual({ ballot: '7/1', row: 0 })
    expect(effects).toEqual([{ kind: 'save', changes: [{ ballot: '7/1', row: 0, from: 3, to: null }] }])
  })

  it('does not write a ballot that is confirmed, locked or whose member is recused', () => {
    for (const fields of [{ state: 'confirmed' }, { isLocked: true }, { excluded: 'recused' }] as const) {
      const { grid, effects } = type('3<c', gridOf(ballotOf(1, { choices: full, ...fields })))
      expect(choices(grid)).toEqual(full)
      expect(effects).toEqual([])
      expect(type('\n', grid).effects).toEqual([{ kind: 'next', ballot: '7/1' }])
    }
  })

  it('says where undo is stopped by a ballot that is verified since', () => {
    const typed = type('3').grid
    const verified = load(typed, [ballotOf(1, { choices: [3], state: 'verified' })])
    const { grid, effects } = type('z', verified)
    expect(effects).toEqual([{ kind: 'blocked', ballot: '7/1' }])
    expect(choices(grid)?.[0]).toBe(3)
  })
})

describe('the grid', () => {
  const grid = (): ScoreGrid =>
    reduceGrid(gridOf(ballotOf(1), ballotOf(2), ballotOf(3)), {
      type: 'open',
      ballot: '7/1',
      row: 0,
      layout: { kind: 'grid', columns: ['7/1', '7/2', '7/3'] },
    }).grid

  it('writes in the cell and moves only with the arrows, Enter and Tab', () => {
    const typed = run(grid(), keys('3')).grid
    expect(typed.cursor).toEqual({ ballot: '7/1', row: 0 })
    const down = run(typed, keys('\n')).grid
    expect(down.cursor).toEqual({ ballot: '7/1', row: 1 })
    const right = run(down, [{ type: 'move', to: 'next' }, ...keys('2')]).grid
    expect(right.ballots['7/2']?.choices[1]).toBe(3)
  })

  it('clears a selected block as one step of undo', () => {
    const filled = run(grid(), [...keys('3\n2'), { type: 'move', to: 'top' }]).grid
    const cleared = run(filled, [
      { type: 'move', to: 'down', extend: true },
      { type: 'move', to: 'right', extend: true },
      { type: 'clear' },
    ])
    expect(choices(cleared.grid)?.slice(0, 2)).toEqual([null, null])
    expect(choices(run(cleared.grid, keys('z')).grid)?.slice(0, 2)).toEqual([3, 3])
  })

  it('confirms a complete column and leaves an incomplete one alone', () => {
    const full = ballotOf(2, { choices: [3, 3, 1, 1, 1, 1], state: 'draft' })
    const loaded = load(grid(), [full])
    const confirmed = run(loaded, [
      { type: 'confirm', ballot: '7/2' },
      { type: 'confirm', ballot: '7/1' },
    ])
    expect(confirmed.effects).toEqual([{ kind: 'confirm', ballot: '7/2' }])
    expect(confirmed.grid.cursor).toEqual(loaded.cursor)
  })

  it('runs on to the next row with Tab, back with Shift+Tab', () => {
    const end = run(grid(), [
      { type: 'move', to: 'row-end' },
      { type: 'move', to: 'next' },
    ]).grid
    expect(end.cursor).toEqual({ ballot: '7/1', row: 1 })
    expect(run(end, [{ type: 'move', to: 'previous' }]).grid.cursor).toEqual({ ballot: '7/3', row: 0 })
  })
})
