import { describe, expect, it } from 'vitest'
import { sampleForm } from '../../../tests/helpers/sample-form.ts'
import { listGates } from '../criteria/form.ts'
import { countBallots } from './count-ballots.ts'
import { criteriaAwaitingAgreement, settleGates, starAfterGates } from './gates.ts'
import { reachesGate } from './reaches-gate.ts'
import type { GateSettlement } from './types.ts'

const form = sampleForm([{ code: '6.1', option: 20, star: 4 }])

type SettleInput = {
  levels: readonly number[]
  settlement: GateSettlement
  agreedLevels?: Readonly<Record<string, number>>
}

function settle({ levels, settlement, agreedLevels = {} }: SettleInput) {
  const { complete } = countBallots({ form, ballots: levels.map((level) => ({ choices: [0, 0, level] })) })
  const [gate] = settleGates(form, complete, { agreedLevels, settlement })
  return gate!
}

describe('how differing choices settle a gate', () => {
  it.each<{ settlement: GateSettlement; levels: readonly number[]; holds: boolean }>([
    { settlement: 'majority', levels: [20, 20, 0], holds: true },
    { settlement: 'majority', levels: [35, 20, 19], holds: true },
    { settlement: 'majority', levels: [20, 0], holds: false },
    { settlement: 'majority', levels: [20, 20, 0, 0], holds: false },
    { settlement: 'majority', levels: [35, 35, 19, 19, 19], holds: false },
    { settlement: 'majority', levels: [], holds: false },
    { settlement: 'all', levels: [20, 20, 35], holds: true },
    { settlement: 'all', levels: [20, 20, 19], holds: false },
    { settlement: 'all', levels: [], holds: false },
    { settlement: 'mean', levels: [35, 5], holds: true },
    { settlement: 'mean', levels: [20, 20, 19], holds: false },
    { settlement: 'mean', levels: [], holds: false },
    { settlement: 'agreed', levels: [35, 35, 35], holds: false },
  ])('$settlement with $levels: $holds', ({ settlement, levels, holds }) => {
    expect(settle({ settlement, levels }).holds).toBe(holds)
  })

  it.each<GateSettlement>(['majority', 'all', 'mean', 'agreed'])('an agreed level overrides %s', (settlement) => {
    const lifted = settle({ settlement, levels: [0, 0, 0], agreedLevels: { '6.1': 20 } })
    expect(lifted).toMatchObject({ holds: true, agreedOption: 20, reachedBy: 0, awaitsAgreement: false })
    expect(settle({ settlement, levels: [35, 35, 35], agreedLevels: { '6.1': 19 } }).holds).toBe(false)
    expect(settle({ settlement, levels: [35, 35, 35], agreedLevels: { '6.1': 0 } }).holds).toBe(false)
  })

  it('says how many reached it, and when it awaits agreement', () => {
    expect(settle({ settlement: 'majority', levels: [20, 35, 1] })).toMatchObject({
      criterionCode: '6.1',
      reachedBy: 2,
      countedBallots: 3,
      agreedOption: null,
      awaitsAgreement: false,
    })
    expect(settle({ settlement: 'agreed', levels: [20] }).awaitsAgreement).toBe(true)
  })

  it('refuses an agreed option that the criterion does not print', () => {
    expect(() => settle({ settlement: 'agreed', levels: [20], agreedLevels: { '6.1': 36 } })).toThrow(RangeError)
  })
})

it('asks for the marked option or a later one with at least its points', () => {
  const gate = listGates(form)[0]!
  expect(reachesGate({ gate, optionNumber: 20, points: 20 })).toBe(true)
  expect(reachesGate({ gate, optionNumber: 21, points: 20 })).toBe(true)
  expect(reachesGate({ gate, optionNumber: 19, points: 20 })).toBe(false)
  expect(reachesGate({ gate, optionNumber: 21, points: 19 })).toBe(false)
})

describe('starAfterGates', () => {
  it.each([
    { band: 5, failed: [], star: 5 },
    { band: 5, failed: [5], star: 4 },
    { band: 5, failed: [4], star: 3 },
    { band: 5, failed: [5, 3], star: 2 },
    { band: 5, failed: [3, 5], star: 2 },
    { band: 4, failed: [5], star: 4 },
    { band: 2, failed: [3], star: 2 },
    { band: 1, failed: [3, 4, 5], star: 1 },
    { band: 0, failed: [3], star: 0 },
  ] as const)('band $band with failed gates $failed holds $star', ({ band, failed, star }) => {
    const gates = ([3, 4, 5] as const).map((mark) => ({ star: mark, holds: true }))
    const misses = failed.map((mark) => ({ star: mark, holds: false }))
    expect(starAfterGates(band, [...gates, ...misses])).toBe(star)
  })
})

describe('criteriaAwaitingAgreement', () => {
  const marked = sampleForm([
    { code: '1.1', option: 10, star: 3 },
    { code: '1.1', option: 20, star: 4 },
    { code: '6.1', option: 30, star: 5 },
  ])
  it.each([
    { settlement: 'agreed', band: 5, agreedLevels: {}, codes: ['1.1', '6.1'] },
    { settlement: 'agreed', band: 4, agreedLevels: {}, codes: ['1.1'] },
    { settlement: 'agreed', band: 4, agreedLevels: { '1.1': 0 }, codes: [] },
    { settlement: 'agreed', band: 2, agreedLevels: {}, codes: [] },
    { settlement: 'majority', band: 5, agreedLevels: {}, codes: [] },
  ] as const)('$settlement, band $band', ({ settlement, band, agreedLevels, codes }) => {
    const gates = settleGates(marked, [], { agreedLevels, settlement })
    expect(criteriaAwaitingAgreement({ gates, band })).toEqual(codes)
  })
})
