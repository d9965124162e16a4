import { describe, expect, it } from 'vitest'
import type { DeviceBallot, DeviceProduct, DeviceState } from '../../shared/api/room-device.ts'
import { emptyDesk, findShown, withBallot, withLost, withoutPlace, withState } from './desk-state.ts'
import type { ChooseAct } from '../../shared/domain/ballot/acts.ts'

const ballot = (facts: Partial<DeviceBallot> = {}): DeviceBallot => ({
  agendaItemId: 7,
  memberId: 3,
  round: 1,
  version: 1,
  state: 'draft',
  choices: [null, null],
  revision: 1,
  savedAt: null,
  ...facts,
})

function state(facts: Partial<DeviceBallot> = {}, place = 'file.1.3'): DeviceState {
  const product: DeviceProduct = {
    agendaItemId: 7,
    code: 'SP7',
    productName: 'Mật ong',
    producerName: 'Hợp tác xã',
    formKey: '1',
    criteriaCase: null,
    isAbsent: false,
    isRejected: false,
    ballot: ballot(facts),
    result: null,
  }
  return {
    place,
    seat: 3,
    role: 'member',
    memberName: 'Ủy viên',
    session: { councilName: 'Hội đồng', year: 2026, round: 1, heldOn: '2026-11-20' },
    memberSight: 'own-total',
    products: [product],
  }
}

const choose = (facts: Partial<ChooseAct> = {}): ChooseAct => ({
  kind: 'choose',
  actId: 'a',
  agendaItemId: 7,
  memberId: 3,
  round: 1,
  criterionIndex: 1,
  option: 2,
  seen: null,
  ...facts,
})

describe('what the desk hears', () => {
  it('never takes a ballot back: an answer that was overtaken leaves the newer one', () => {
    const inside = withState(emptyDesk, state({ revision: 2, choices: [1, null] }))
    const saved = withBallot(inside, ballot({ revision: 3, choices: [1, 2] }))
    const late = withState(saved, state({ revision: 2, choices: [1, null] }))
    expect(findShown(late, 7)?.shown.choices).toEqual([1, 2])
    expect(findShown(withBallot(late, ballot({ revision: 1 })), 7)?.shown.choices).toEqual([1, 2])
  })

  it('takes a result as it was heard last, also beside a ballot that the device knows newer', () => {
    const withResult = (heard: DeviceState, mean: string | null): DeviceState => ({
      ...heard,
      products: heard.products.map((product) => ({ ...product, result: mean === null ? null : { mean, star: 4 } })),
    })
    const open = withState(emptyDesk, withResult(state({ revision: 9 }), '78,33'))
    expect(open.me?.products[0]?.result).toEqual({ mean: '78,33', star: 4 })
    const hidden = withState(open, withResult(state({ revision: 1 }), null))
    expect(hidden.me?.products[0]).toMatchObject({ result: null, ballot: { revision: 9 } })
  })

  it('begins anew at another place, where the same numbers mean something else', () => {
    const before = withState(emptyDesk, state({ revision: 9, choices: [1, 1] }))
    const after = withState(before, state({ revision: 1 }, 'other.1.3'))
    expect(findShown(after, 7)?.shown.choices).toEqual([null, null])
  })

  it('keeps no form and no ballot once it is turned away, but what waits and what was lost', () => {
    const inside = { ...withState(emptyDesk, state()), forms: new Map([['1', {} as never]]) }
    const lost = withLost(inside, { act: choose(), reason: 'round-over' })
    expect(withoutPlace(lost)).toMatchObject({ phase: 'entering', me: null, forms: new Map(), lost: lost.lost })
  })

  it('says the last time that anything was saved', () => {
    const early = withState(emptyDesk, state({ savedAt: '2026-11-20T07:00:00.000Z' }))
    expect(withState({ ...early, savedAt: '2026-11-20T07:05:00.000Z' }, state()).savedAt).toBe(
      '2026-11-20T07:05:00.000Z',
    )
  })

  it('tells of each place once', () => {
    const first = withLost(emptyDesk, { act: choose(), reason: 'ballot-changed-elsewhere' })
    const again = withLost(first, { act: choose({ actId: 'b', option: 3 }), reason: 'ballot-changed-elsewhere' })
    expect(again.lost.map(({ act }) => act.actId)).toEqual(['b'])
    expect(withLost(again, { act: choose({ criterionIndex: 0 }), reason: 'round-over' }).lost).toHaveLength(2)
  })
})
