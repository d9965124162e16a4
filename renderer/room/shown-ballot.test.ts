import { describe, expect, it } from 'vitest'
import type { DeviceBallot, DeviceProduct } from '../../shared/api/room-device.ts'
import type { BallotAct, ChooseAct } from '../../shared/domain/ballot/acts.ts'
import { nextOpenRow } from './next-open-row.ts'
import { noBallots, withSaved, withWaiting } from '../ballot-sync/ballots.ts'
import { countSent, shownBallot, type ShownBallot } from './shown-ballot.ts'

const ballot: DeviceBallot = {
  agendaItemId: 7,
  memberId: 3,
  round: 2,
  version: 1,
  state: 'draft',
  choices: [1, null, null],
  opinion: '',
  revision: 4,
  savedAt: null,
}
const product = (facts: Partial<DeviceProduct> = {}): DeviceProduct => ({
  agendaItemId: 7,
  code: 'SP7',
  productName: 'Mật ong',
  producerName: 'Hợp tác xã',
  formKey: '1',
  criteriaCase: null,
  isAbsent: false,
  isRejected: false,
  ballot,
  result: null,
  ...facts,
})
const chosen = (criterionIndex: number, option: number | null, facts: Partial<ChooseAct> = {}): ChooseAct => ({
  kind: 'choose',
  actId: '',
  agendaItemId: 7,
  memberId: 3,
  round: 2,
  criterionIndex,
  option,
  seen: null,
  ...facts,
})
const confirm: BallotAct = { kind: 'confirm', actId: '', agendaItemId: 7, memberId: 3, round: 2, seen: [1, 2, 0] }

/** The product as the page shows it with these acts on their way. */
function show(of: DeviceProduct, waiting: readonly BallotAct[]): ShownBallot {
  return shownBallot(of, withWaiting(withSaved(noBallots<DeviceBallot>(), [of.ballot]), waiting))
}

describe('shownBallot', () => {
  it('lays what waits over what is saved, the later act over the earlier', () => {
    const waiting = [chosen(1, 2), chosen(1, 3, { seen: 2 }), chosen(0, null, { seen: 1 })]
    expect(show(product(), waiting)).toMatchObject({ choices: [null, 3, null], answered: 1 })
  })

  it('leaves out acts of another product and of the round before', () => {
    const waiting = [chosen(1, 2, { agendaItemId: 8 }), chosen(2, 2, { round: 1 })]
    expect(show(product(), waiting)).toMatchObject({ choices: [1, null, null], waiting: 0 })
  })

  it.each([
    ['complete', product(), [chosen(1, 2), chosen(2, 0)], true],
    ['sending', product(), [chosen(1, 2), chosen(2, 0), confirm], false],
    ['none', product({ ballot: { ...ballot, state: 'none', choices: [null, null, null] } }), [], true],
    ['submitted', product({ ballot: { ...ballot, state: 'verified' } }), [], false],
    ['absent', product({ isAbsent: true }), [], false],
    ['rejected', product({ isRejected: true }), [], false],
  ] as const)('says %s', (state, shown, waiting, canScore) => {
    expect(show(shown, waiting)).toMatchObject({ state, canScore })
  })
})

describe('nextOpenRow', () => {
  it.each([
    [[null, 1, null], -1, 0],
    [[null, 1, null], 0, 2],
    [[null, 1, null], 2, 0],
    [[1, 0, 2], 1, null],
  ])('of %j after row %i is %s', (choices, after, next) => {
    expect(nextOpenRow(choices, after)).toBe(next)
  })
})

describe('countSent', () => {
  it('counts neither a rejected product nor one at which the member is absent, whatever was sent before', () => {
    const sent = { ballot: { ...ballot, state: 'confirmed' } } as const
    const products = [
      product(sent),
      product(),
      product({ ...sent, isRejected: true }),
      product({ ...sent, isAbsent: true }),
    ]
    expect(countSent(products.map((each) => ({ product: each, shown: show(each, []) })))).toEqual({ done: 1, count: 2 })
  })
})
