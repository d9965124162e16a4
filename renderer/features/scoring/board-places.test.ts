import { expect, it } from 'vitest'
import type { BoardCell, BoardRow } from '../../../shared/api/ballots.ts'
import { ballotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import { createGrid, type GridBallot } from '../../../shared/score-grid/score-grid.ts'
import { boardPlaces } from './board-places.ts'

const ids = { agendaItemId: 1, memberId: 3 }
const key = ballotKey(ids)

const rowOf = (round: number, cell: Partial<BoardCell>): BoardRow => ({
  agendaItemId: 1,
  code: 'SP01',
  productName: 'Chè xanh',
  producerName: '',
  state: 'scoring',
  round,
  isRejected: false,
  criteriaCount: 2,
  cells: [{ memberId: 3, version: 0, state: 'none', answered: 0, total: null, excluded: null, ...cell }],
  confirmed: 0,
  needed: 1,
  needsDiscussion: false,
  spread: 0,
})

/** The desk confirmed the ballot, in the first round and version. */
const confirmedHere = () => {
  const ballot: GridBallot = {
    ...ids,
    key,
    criteria: [],
    criteriaCase: null,
    choices: [1, 1],
    state: 'confirmed',
    excluded: null,
    isLocked: false,
  }
  const saved = { ...ids, round: 1, version: 1, choices: [1, 1], revision: 3, opinion: '', savedAt: null }
  const known = new Map([[key, { ...saved, state: 'confirmed' as const, excluded: null }]])
  return { grid: createGrid(ballot, { kind: 'ballot' }), known }
}

const isOpen = (row: BoardRow) => boardPlaces([row], confirmedHere())[0]?.isOpen

it('takes a ballot that was just confirmed here for settled before the board has heard of it', () => {
  expect(isOpen(rowOf(1, { state: 'draft', version: 1, answered: 2 }))).toBe(false)
})

it('opens it again for a new scoring round, and where somebody opened the ballot again', () => {
  expect(isOpen(rowOf(2, {}))).toBe(true)
  expect(isOpen(rowOf(1, { state: 'draft', version: 2, answered: 2 }))).toBe(true)
})
