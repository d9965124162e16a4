import { describe, expect, it } from 'vitest'
import type { PaperBallotRow, PaperBallotState, PaperPile, UnplacedPage } from '../../../shared/api/paper-ballots.ts'
import { afterTaking, countLists, neighbourOf, shownBallots, sortUnplaced, withTaken } from './pile-lists.ts'

const row = (memberId: number, state: PaperBallotState): PaperBallotRow => ({
  agendaItemId: 1,
  memberId,
  round: 1,
  code: `SP01/TV0${memberId}`,
  productName: 'Mật ong',
  memberName: 'Ủy viên',
  state,
  keyed: 'none',
  missingPages: [],
  open: [],
  different: [],
  isUnsigned: false,
})

const page = (id: number, why: UnplacedPage['why']): UnplacedPage => ({
  id,
  file: 'quet.pdf',
  page: id,
  why,
  productCode: '',
  memberCode: '',
})

const ballots = [
  row(1, 'ready'),
  row(2, 'taken'),
  row(3, 'unclear'),
  row(4, 'agrees'),
  row(5, 'differs'),
  row(6, 'ready'),
]
const pile: PaperPile = {
  files: [],
  reading: null,
  watched: null,
  ballots,
  left: 0,
  mayTakeReady: true,
  mayBeDrawn: 2,
  sample: { drawn: [ballots[5]!, ballots[1]!], agreed: 1, hasFailed: false, rest: 1, later: 0 },
  unplaced: [page(1, 'blank'), page(2, 'spare'), page(3, 'again'), page(4, 'not-a-ballot')],
}
const members = (rows: readonly PaperBallotRow[]) => rows.map(({ memberId }) => memberId)

describe('the lists of a pile', () => {
  it('show what there is work with first, and one kind alone when asked', () => {
    expect(members(shownBallots(pile, undefined))).toEqual([3, 5, 1, 6])
    expect(members(shownBallots(pile, 'agrees'))).toEqual([4])
    expect(shownBallots(pile, 'unplaced')).toEqual([])
    expect(members(shownBallots(pile, 'sample'))).toEqual([2, 6])
  })

  it('count the pages that a person has to deal with, and no backs of sheets', () => {
    expect(countLists(pile)).toEqual({ unclear: 1, differs: 1, ready: 2, agrees: 1, taken: 1, unplaced: 2 })
    expect(sortUnplaced(pile.unplaced).expected.map(({ id }) => id)).toEqual([1, 3])
  })

  it('lead from ballot to ballot, and no further than their ends', () => {
    const shown = shownBallots(pile, undefined)
    const from = (memberId: number, step: 1 | -1) =>
      neighbourOf(shown, { of: { agendaItemId: 1, memberId }, step })?.memberId ?? null
    expect([from(3, 1), from(1, 1), from(6, 1), from(3, -1), from(6, -1), from(2, 1)]).toEqual([5, 6, null, null, 1, 3])
  })

  it('lead on after a ballot was taken, back to what was passed over, and never to one that is done', () => {
    const shown = shownBallots(pile, undefined)
    expect(afterTaking(shown, row(3, 'unclear'))?.memberId).toBe(5)
    expect(afterTaking(shown, row(6, 'ready'))?.memberId).toBe(3)
    expect(afterTaking(shownBallots(pile, 'agrees'), row(4, 'agrees'))).toBeNull()
    expect(afterTaking([row(1, 'taken'), row(2, 'ready')], row(2, 'ready'))).toBeNull()
  })

  it('know a ballot as taken at once', () => {
    expect(withTaken(pile, { agendaItemId: 1, memberId: 3 }).ballots.map(({ state }) => state)).toEqual([
      'ready',
      'taken',
      'taken',
      'agrees',
      'differs',
      'ready',
    ])
  })
})
