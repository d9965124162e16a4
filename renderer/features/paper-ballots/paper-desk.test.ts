import { describe, expect, it } from 'vitest'
import type { PaperBallot } from '../../../shared/api/paper-ballots.ts'
import type { BallotChoices } from '../../../shared/domain/scoring/types.ts'
import { sampleForm } from '../../../tests/helpers/sample-form.ts'
import {
  ballotOf,
  countOpen,
  needsReason,
  openDesk,
  pressDesk,
  reopenDesk,
  type PaperDesk,
  type PaperDeskAction,
} from './paper-desk.ts'

const form = sampleForm()
const codes = ['1.1', '4.1', '6.1'] as const

type Given = {
  readonly read: BallotChoices
  readonly keyed?: BallotChoices
  readonly is?: Partial<PaperBallot>
  readonly keyedState?: PaperBallot['ballot']['state']
}

/** A ballot of three criteria whose option numbers are their points. */
function paperBallot({ read, keyed = [null, null, null], is = {}, keyedState = 'none' }: Given): PaperBallot {
  const criteria = read.map((option, index) => ({
    index,
    code: codes[index]!,
    page: 1,
    state: option === null ? ('doubtful' as const) : ('clear' as const),
    option,
    points: option,
    confidence: 1,
  }))
  return {
    agendaItemId: 1,
    memberId: 2,
    code: 'SP01/TV02',
    productName: 'Mật ong',
    memberName: 'Ủy viên',
    state: 'unclear',
    keyed: keyedState,
    missingPages: [],
    open: [],
    different: [],
    isUnsigned: false,
    round: 1,
    criteria,
    differences: criteria.flatMap((one) => {
      const own = keyed[one.index] ?? null
      return keyedState === 'none' || one.option === null || own === one.option ? [] : [{ read: one, keyed: own }]
    }),
    ballot: {
      agendaItemId: 1,
      memberId: 2,
      round: 1,
      version: 0,
      state: keyedState,
      choices: keyed,
      totals: { total: 0, parts: { A: 0, B: 0, C: 0 }, answered: 0, isComplete: false },
      opinion: '',
      savedAt: null,
      excluded: null,
      revision: 0,
    },
    pages: [],
    ...is,
  }
}

const open = (given: Given): PaperDesk =>
  openDesk({ ballot: paperBallot(given), form, criteriaCase: null, isLocked: false })
const press = (desk: PaperDesk, ...actions: readonly PaperDeskAction[]): PaperDesk =>
  actions.reduce((at, action) => pressDesk(at, action).desk, desk)
const choices = (desk: PaperDesk) => ballotOf(desk).choices
const at = (desk: PaperDesk) => desk.grid.cursor.row
const enter = { type: 'enter' } as const

describe('a ballot of a pile under the keys', () => {
  it('is done at once where all of it is clear, and by one Enter', () => {
    const desk = open({ read: [7, 0, 5], is: { state: 'ready' } })
    expect([choices(desk), countOpen(desk), at(desk)]).toEqual([[7, 0, 5], 0, 3])
    expect(pressDesk(desk, enter).isDone).toBe(true)
  })

  it('begins at what a person has to look at, and takes nothing of it by Enter alone', () => {
    const desk = open({ read: [7, null, 5] })
    expect([at(desk), countOpen(desk)]).toEqual([1, 1])
    const pressed = pressDesk(desk, enter)
    expect(pressed.isDone).toBe(false)
    expect([choices(pressed.desk), pressed.desk.lack]).toEqual([[7, null, 5], 'no-reading'])
  })

  it('goes on by a digit to the next that is open, and is done after the last', () => {
    const desk = press(open({ read: [7, null, null] }), { type: 'digit', digit: '9' })
    expect([at(desk), choices(desk)]).toEqual([2, [7, 9, null]])
    const last = press(desk, { type: 'digit', digit: '9' })
    expect([at(last), choices(last)]).toEqual([3, [7, 9, 9]])
    expect(pressDesk(last, enter).isDone).toBe(true)
  })

  it('says nothing any more of what was lacking once another key came', () => {
    const desk = press(open({ read: [7, null, 5] }), enter, { type: 'move', to: 'up' })
    expect([at(desk), desk.lack]).toEqual([0, null])
  })

  it('leads back from where Enter has nothing to do', () => {
    const desk = press(open({ read: [7, 3, null] }), { type: 'move', to: 'top' }, enter)
    expect([at(desk), countOpen(desk)]).toEqual([2, 1])
  })

  it('takes what is on paper by Enter, and what was keyed by K, where the two differ', () => {
    const desk = open({ read: [7, 9, 5], keyed: [7, 8, 6], keyedState: 'confirmed' })
    expect([at(desk), choices(desk)]).toEqual([1, [7, null, null]])
    const decided = press(desk, enter, { type: 'keep-keyed' })
    expect([choices(decided), at(decided)]).toEqual([[7, 9, 6], 3])
  })

  it('takes what was keyed where nothing was read, and has nothing to keep where nothing was keyed', () => {
    const keyed = press(open({ read: [7, null, 5], keyed: [7, 8, 5], keyedState: 'draft' }), enter)
    expect(choices(keyed)).toEqual([7, 8, 5])
    const none = press(open({ read: [7, null, 5] }), { type: 'keep-keyed' })
    expect([choices(none), none.lack]).toEqual([[7, null, 5], 'not-keyed'])
  })

  it('does not ask about what a draft left blank', () => {
    const desk = open({ read: [7, 9, 5], keyed: [7, null, null], keyedState: 'draft' })
    expect([choices(desk), countOpen(desk)]).toEqual([[7, 9, 5], 0])
  })

  it('takes back by Ctrl+Z, and asks again by Backspace', () => {
    const desk = press(open({ read: [7, null, 5] }), { type: 'digit', digit: '9' })
    expect(choices(press(desk, { type: 'undo' }))).toEqual([7, null, 5])
    const erased = press(desk, { type: 'move', to: 'top' }, { type: 'erase' })
    expect([choices(erased), pressDesk(erased, enter).desk.grid.cursor.row]).toEqual([[null, 9, 5], 3])
  })

  it('shows a ballot that was taken as it stands in the file', () => {
    const desk = open({ read: [7, null, 5], keyed: [7, 2, 6], keyedState: 'confirmed', is: { state: 'taken' } })
    expect([choices(desk), countOpen(desk)]).toEqual([[7, 2, 6], 0])
  })

  it('changes nothing of a ballot that cannot change', () => {
    const desk = openDesk({ ballot: paperBallot({ read: [7, null, 5] }), form, criteriaCase: null, isLocked: true })
    const there = press(desk, { type: 'move', to: 'down' })
    expect(choices(press(there, { type: 'digit', digit: '9' }, enter))).toEqual([7, null, 5])
  })

  it('keeps what was decided while other pages of it are read', () => {
    const first = paperBallot({ read: [7, null, null] })
    const desk = press(openDesk({ ballot: first, form, criteriaCase: null, isLocked: false }), {
      type: 'digit',
      digit: '9',
    })
    const more = paperBallot({ read: [7, null, 5] })
    expect(choices(reopenDesk(desk, { ballot: more, form, criteriaCase: null, isLocked: false }))).toEqual([7, 9, 5])
  })
})

describe('the reason of a ballot that is taken over a keyed one', () => {
  it('is due only where a confirmed ballot becomes another', () => {
    const confirmed = paperBallot({ read: [7, 8, 5], keyed: [7, 8, 5], keyedState: 'confirmed' })
    expect(needsReason([7, 8, 5], confirmed)).toBe(false)
    expect(needsReason([7, 8, 6], confirmed)).toBe(true)
    expect(needsReason([7, 8, 5], { ...confirmed, missingPages: [2] })).toBe(true)
    expect(needsReason([7, 8, 6], paperBallot({ read: [7, 8, 6], keyed: [7, 8, 5], keyedState: 'draft' }))).toBe(false)
  })
})
