import { describe, expect, it } from 'vitest'
import { listCriteria } from '../domain/criteria/form.ts'
import type { CriteriaSet } from '../domain/criteria/criteria-set.ts'
import { parseClipboard } from '../domain/columns/parse-clipboard.ts'
import { copyBlock, previewPaste } from './clipboard-block.ts'
import { reduceGrid } from './reduce-grid.ts'
import type { BallotKey } from '../domain/ballot/ballot-key.ts'
import { createGrid, type GridBallot, type ScoreGrid } from './score-grid.ts'

const form: CriteriaSet = {
  id: 'test',
  decision: 'test',
  effectiveFrom: '2026-01-01',
  setNumber: 1,
  name: 'Test',
  sector: 'Test',
  status: 'official-text',
  parts: [
    {
      code: 'A',
      title: 'A',
      max: 40,
      sections: [
        {
          code: 'I',
          title: 'I',
          max: 40,
          criteria: [
            {
              code: '1.1',
              title: 'First',
              max: 2,
              options: [
                { points: 1, label: 'one' },
                { points: 2, label: 'two' },
              ],
            },
            {
              code: '1.2',
              title: 'Second',
              max: 10,
              options: [
                { points: 1, label: 'one' },
                { points: 1, label: 'one, marked', minStar: 3 },
                { points: 10, label: 'ten' },
              ],
            },
          ],
        },
      ],
    },
  ],
}

const ballot = (key: BallotKey, fields: Partial<GridBallot> = {}): GridBallot => ({
  key,
  agendaItemId: 1,
  memberId: Number(key.split('/')[1]),
  criteria: listCriteria(form),
  criteriaCase: null,
  choices: [null, null],
  state: 'draft',
  excluded: null,
  isLocked: false,
  ...fields,
})

function grid(...ballots: readonly GridBallot[]): ScoreGrid {
  const [first] = ballots
  if (first === undefined) throw new Error('a grid needs a ballot')
  const columns = ballots.map(({ key }) => key)
  const loaded = Object.fromEntries(ballots.map((ballot) => [ballot.key, ballot]))
  const made = { ...createGrid(first, { kind: 'grid', columns }), ballots: loaded }
  return reduceGrid(made, { type: 'open', ballot: first.key, row: 0, layout: { kind: 'grid', columns } }).grid
}

const outcomes = (text: string, of = grid(ballot('1/1'), ballot('1/2'))) =>
  previewPaste({ grid: of, text, keepBlanks: false }).cells.map(({ outcome }) => outcome)

describe('previewPaste', () => {
  it('reads decimal commas and points, and points with an option number', () => {
    expect(outcomes('2,0\t1.0\n1/2\t10')).toEqual([
      { kind: 'change', to: 2 },
      { kind: 'change', to: 1 },
      { kind: 'change', to: 2 },
      { kind: 'change', to: 3 },
    ])
  })

  it('names what it cannot take: text, fractions, thousands, points not offered, ambiguous points', () => {
    expect(outcomes('x\t1,5')).toEqual([{ kind: 'not-a-number' }, { kind: 'fraction' }])
    expect(outcomes('1.000\t7')).toEqual([{ kind: 'thousand-or-one' }, { kind: 'no-such-points', points: 7 }])
    const second = reduceGrid(grid(ballot('1/1')), { type: 'move', to: 'down' }).grid
    expect(outcomes('1', second)).toEqual([{ kind: 'ambiguous', points: 1 }])
  })

  it('clears with a blank, or keeps the cell where that is asked', () => {
    const filled = grid(ballot('1/1', { choices: [2, 3] }))
    expect(outcomes('\n10', filled)).toEqual([{ kind: 'change', to: null }, { kind: 'same' }])
    expect(previewPaste({ grid: filled, text: '\n10', keepBlanks: true }).changes).toEqual([])
  })

  it('goes by the heads and the codes of a sheet, wherever the cursor stands', () => {
    const at = reduceGrid(grid(ballot('1/1'), ballot('1/2')), { type: 'move', to: 'down' }).grid
    const names = (one: GridBallot) => [`TV0${one.memberId}`]
    const text = 'Tiêu chí\tTV02\tTrung bình\n1.2\t10\t5\n1.1\t2\t1\nTổng\t12\t6'
    expect(previewPaste({ grid: at, text, keepBlanks: false, namesOf: names })).toMatchObject({
      changes: [
        { ballot: '1/2', row: 1, to: 3 },
        { ballot: '1/2', row: 0, to: 2 },
      ],
      outside: 4,
      words: 'named',
    })
  })

  it('counts what falls outside and marks ballots that cannot change', () => {
    const settled = grid(ballot('1/1', { state: 'confirmed' }))
    const preview = previewPaste({ grid: settled, text: '1\t2\n10\t1\n1\t', keepBlanks: false })
    expect(preview.outside).toBe(3)
    expect(preview.cells.map(({ outcome }) => outcome)).toEqual([{ kind: 'read-only' }, { kind: 'read-only' }])
    expect(preview.changes).toEqual([])
  })

  it('fills a selection with one copied cell', () => {
    const selected = reduceGrid(grid(ballot('1/1'), ballot('1/2')), { type: 'select-all' }).grid
    expect(previewPaste({ grid: selected, text: '10\n', keepBlanks: false }).changes).toEqual([
      { ballot: '1/1', row: 1, from: null, to: 3 },
      { ballot: '1/2', row: 1, from: null, to: 3 },
    ])
  })
})

describe('copyBlock', () => {
  it('writes points, and the option number where the points alone do not say which line', () => {
    const selected = reduceGrid(grid(ballot('1/1', { choices: [2, 2] }), ballot('1/2', { choices: [0, 3] })), {
      type: 'select-all',
    }).grid
    expect(copyBlock(selected)).toBe('2\t0\r\n1/2\t10')
  })
})

describe('parseClipboard', () => {
  it('reads quoted cells with tabs, line ends and quotes', () => {
    expect(parseClipboard('"a\tb"\t"c\n""d"""\r\n1\t\r\n')).toEqual([
      ['a\tb', 'c\n"d"'],
      ['1', ''],
    ])
  })

  it('keeps blank cells and blank lines in place', () => {
    expect(parseClipboard('\t1\n\n2')).toEqual([['', '1'], [''], ['2']])
    expect(parseClipboard('')).toEqual([['']])
  })
})
