import { describe, expect, it } from 'vitest'
import { readRuleSet } from '../../../tests/helpers/resources.ts'
import { ballotsOf, choicesFor, sampleForm, sampleRegulation } from '../../../tests/helpers/sample-form.ts'
import { failedGates } from './gates.ts'
import { tallyItem, type ItemTally } from './tally-item.ts'

const tally = ({ totals, ...change }: { totals: readonly number[] } & Partial<ItemTally>) =>
  tallyItem({
    form: sampleForm(),
    ruleSet: readRuleSet('qd-26-2026'),
    referralThreshold: 90,
    regulation: sampleRegulation,
    ballots: ballotsOf(totals),
    agreedLevels: {},
    rejections: [],
    spreadWaiver: null,
    ...change,
  })

describe('a product without gates or rejections', () => {
  it.each([
    { totals: [90, 90, 90], band: 5, star: 5, isReferred: true },
    { totals: [90, 90, 89], band: 4, star: 4, isReferred: false },
    { totals: [88, 87, 87], band: 4, star: 4, isReferred: false },
    { totals: [70, 70, 69], band: 3, star: 3, isReferred: false },
    { totals: [50], band: 3, star: 3, isReferred: false },
    { totals: [29], band: 1, star: 1, isReferred: false },
    { totals: [], band: 0, star: 0, isReferred: false },
  ])('$totals: band $band, referred $isReferred', ({ totals, band, star, isReferred }) => {
    expect(tally({ totals })).toMatchObject({ countedBallots: totals.length, band, star, isReferred, gates: [] })
  })

  it('is never referred at the top level', () => {
    expect(tally({ totals: [100], referralThreshold: null })).toMatchObject({ star: 5, isReferred: false })
  })

  it('is referred from the district threshold of QĐ 148 on', () => {
    const ruleSet = readRuleSet('qd-148-2023')
    expect(tally({ totals: [70, 70], ruleSet, referralThreshold: 70 }).isReferred).toBe(true)
    expect(tally({ totals: [70, 69], ruleSet, referralThreshold: 70 }).isReferred).toBe(false)
  })

  it('compares the rounded mean with bands and threshold alike where the regulations round', () => {
    const regulation = { ...sampleRegulation, rounding: 'integer' as const }
    const result = tally({ totals: [90, 90, 89], regulation })
    expect(result).toMatchObject({ mean: { sum: 269, count: 3 }, band: 5, isReferred: true })
    expect(result.reasons[0]).toMatchObject({ kind: 'band', rounded: { sum: 90, count: 1 } })
  })
})

describe('star gates', () => {
  const form = sampleForm([
    { code: '1.1', option: 30, star: 3 },
    { code: '6.1', option: 20, star: 4 },
    { code: '6.1', option: 30, star: 5 },
  ])
  /** 40 + 25 + the rest in the third criterion: a total of 84 stays a point below the four-star gate. */
  it('lower the star to the highest whose gates hold, and list what fails up to the band', () => {
    const result = tally({ form, totals: [84, 84, 90] })
    expect(result).toMatchObject({ band: 4, star: 3 })
    expect(failedGates(result)).toEqual([
      {
        criterionIndex: 2,
        criterionCode: '6.1',
        star: 4,
        optionNumber: 20,
        points: 20,
        reachedBy: 1,
        countedBallots: 3,
        agreedOption: null,
        holds: false,
        awaitsAgreement: false,
      },
    ])
  })

  it('drop to two stars below a missed three-star gate, whatever holds above', () => {
    const ballots = [{ choices: [29, 25, 35] }, { choices: [29, 25, 35] }]
    expect(tally({ form, totals: [], ballots })).toMatchObject({ band: 4, star: 2 })
  })

  it('follow the agreed level against the ballots', () => {
    const result = tally({ form, totals: [84, 84, 90], agreedLevels: { '6.1': 20 } })
    expect(result.star).toBe(4)
    expect(result.gates.map(({ agreedOption, holds }) => [agreedOption, holds])).toEqual([
      [null, true],
      [20, true],
      [20, false],
    ])
  })

  it('above the band are told with the next band, not as failures', () => {
    const result = tally({ form, totals: [69, 69, 69] })
    expect(failedGates(result)).toEqual([])
    expect(result.reasons.find(({ kind }) => kind === 'next-band')).toMatchObject({
      star: 4,
      from: 70,
      missing: { sum: 3, count: 3 },
      gates: [{ criterionCode: '6.1', star: 4, reachedBy: 0 }],
    })
  })
})

describe('a rejected product', () => {
  const rejections = [{ question: 'Hồ sơ giả mạo', reason: 'Phiếu kiểm nghiệm giả' }]
  it('has no star, is neither discussed nor referred, and keeps what its ballots say', () => {
    expect(tally({ totals: [95, 70], rejections })).toMatchObject({
      isRejected: true,
      star: 0,
      band: 4,
      mean: { sum: 165, count: 2 },
      spread: 25,
      needsDiscussion: false,
      isReferred: false,
      reasons: [{ kind: 'rejected', rejections, article: 'Phụ lục II Quyết định số 26/2026/QĐ-TTg' }],
    })
  })

  it('needs no ballots', () => {
    expect(tally({ totals: [], rejections })).toMatchObject({ star: 0, band: 0, countedBallots: 0 })
  })
})

describe('spread', () => {
  it.each([
    { totals: [80, 70], waiver: null, spread: 10, needsDiscussion: false },
    { totals: [80, 69], waiver: null, spread: 11, needsDiscussion: true },
    { totals: [80, 69], waiver: 'Đã thảo luận', spread: 11, needsDiscussion: false },
    { totals: [80], waiver: null, spread: 0, needsDiscussion: false },
  ])('of $totals is $spread', ({ totals, waiver, spread, needsDiscussion }) => {
    const result = tally({ totals, spreadWaiver: waiver })
    expect(result).toMatchObject({ spread, needsDiscussion })
    const settled = result.reasons.flatMap((reason) => (reason.kind === 'spread' ? [reason.settled] : []))
    expect(settled).toEqual(spread <= 10 ? [] : [waiver === null ? 'no' : 'waived'])
  })
})

it('gives the reasons in the order in which they are read, each with its article', () => {
  expect(tally({ totals: [70, 60] }).reasons.map(({ kind }) => kind)).toEqual(['band', 'next-band', 'not-referred'])
  expect(tally({ totals: [] }).reasons).toEqual([{ kind: 'no-counted-ballots' }])
  expect(tally({ totals: [95] }).reasons).toEqual([
    expect.objectContaining({ kind: 'band', star: 5, article: 'khoản 3 Điều 3 Quyết định số 26/2026/QĐ-TTg' }),
    { kind: 'referred', threshold: 90, article: 'điểm e khoản 3 Điều 7 Quyết định số 26/2026/QĐ-TTg' },
  ])
})

it('never counts a missing or unfinished ballot as a zero', () => {
  const finished = tally({ totals: [80, 80] })
  const unfinished = [{ choices: [null, null, null] }, { choices: [40, null, 35] }, { choices: [] }]
  expect(tally({ totals: [], ballots: [...ballotsOf([80, 80]), ...unfinished] })).toEqual(finished)
  expect(choicesFor(80)).toEqual([40, 25, 15])
})
