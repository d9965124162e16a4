import { describe, expect, it } from 'vitest'
import { readRuleSets } from '../../../tests/helpers/resources.ts'
import type { Evaluations } from './evaluated-again.ts'
import { filterRegister, registerColumns } from './filter-register.ts'
import { byPressure, placesOf, readRegisterOn, type RecognitionFact } from './register.ts'

const on = { day: '2026-11-27', ruleSets: readRuleSets(), moved: new Set<number>() }
let nextId = 0

function fact(said: Partial<RecognitionFact>): RecognitionFact {
  nextId += 1
  return {
    source: 'list',
    id: nextId,
    productId: nextId,
    star: 3,
    decisionDate: null,
    decisionYear: null,
    validUntil: null,
    commune: 'xã Thu Phong',
    district: 'Cao Phong',
    ...said,
  }
}

const statesOf = (facts: readonly RecognitionFact[]) => readRegisterOn(facts, on).map(({ state }) => state)

describe('of the recognitions of one product', () => {
  it('the latest decides, in whatever order they were told of', () => {
    const [old, late] = ['2021-12-29', '2025-12-15'].map((decisionDate) => fact({ productId: 1, decisionDate }))
    expect(statesOf([old!, late!])).toEqual(['superseded', 'in-force'])
    expect(statesOf([late!, old!])).toEqual(['in-force', 'superseded'])
  })

  it('one of which the year alone is known gives way to the day of that year, and not to a year before', () => {
    const year = fact({ productId: 1, decisionYear: 2025 })
    expect(statesOf([year, fact({ productId: 1, decisionDate: '2025-01-02' })])).toEqual(['superseded', 'in-force'])
    expect(statesOf([year, fact({ productId: 1, decisionDate: '2024-12-31' })])).toEqual(['unknown', 'superseded'])
  })

  it('a list’s and a certificate of the same day are one', () => {
    const decided = { productId: 1, decisionDate: '2026-08-05' }
    const both = [fact(decided), fact({ ...decided, source: 'session' }), fact({ decisionDate: '2026-08-05' })]
    expect(readRegisterOn(both, on).map(({ source, state }) => [source, state])).toEqual([
      ['session', 'in-force'],
      ['list', 'in-force'],
    ])
  })
})

describe('a certificate that rests on what is so no more', () => {
  const own = fact({ source: 'session', productId: 1, decisionDate: '2026-08-05' })
  const statesWith = (told: RecognitionFact) =>
    readRegisterOn([told, own], { ...on, moved: new Set([own.id]) }).map(({ state }) => state)

  it('is to be seen to, and gives nothing that was recognised before an end', () => {
    expect(statesWith(fact({ productId: 1, decisionDate: '2025-12-15' }))).toEqual(['in-force', 'review'])
    expect(statesWith(fact({ productId: 1, decisionDate: '2026-08-05' }))).toEqual(['in-force', 'review'])
  })

  it('is superseded by what is recognised later, as any other', () => {
    expect(statesWith(fact({ productId: 1, decisionDate: '2026-10-01' }))).toEqual(['in-force', 'superseded'])
  })

  it('is not taken for a list’s recognition of that number', () => {
    expect(statesWith({ ...own, source: 'list' })).toEqual(['in-force', 'review'])
  })
})

describe('a certificate that is withdrawn', () => {
  const gone = fact({ productId: 1, decisionDate: '2024-06-05', withdrawnOn: '2025-03-01' })

  it('gives way to nothing that was decided until then, whenever a list tells of it', () => {
    expect(statesOf([gone, fact({ productId: 1, decisionDate: '2024-06-06' })])).toEqual(['withdrawn', 'superseded'])
    expect(statesOf([fact({ productId: 1, decisionYear: 2024 }), gone])).toEqual(['superseded', 'withdrawn'])
    expect(statesOf([gone, fact({ productId: 1, decisionDate: '2025-08-06' })])).toEqual(['superseded', 'in-force'])
  })

  it('stands until the day of its withdrawal', () => {
    const later = fact({ productId: 1, decisionDate: '2024-06-06' })
    const before = readRegisterOn([gone, later], { ...on, day: '2025-02-28' })
    expect(before.map(({ state }) => state)).toEqual(['superseded', 'in-force'])
  })
})

describe('what recognises nothing on the day', () => {
  const of2024 = fact({ productId: 1, decisionDate: '2024-06-05' })

  it('is decided after it: what stands until then stays', () => {
    const next = fact({ productId: 1, decisionDate: '2026-11-28' })
    expect(statesOf([of2024, next])).toEqual(['in-force', 'to-come'])
    expect(statesOf([fact({ decisionDate: '2026-11-28' }), fact({ decisionDate: '2026-11-27' })])).toEqual([
      'to-come',
      'in-force',
    ])
    expect(statesOf([fact({ decisionYear: 2027 }), fact({ decisionYear: 2026 })])).toEqual(['to-come', 'unknown'])
  })

  it('has no star: it is to be seen to until a later one stands, and takes nothing from an earlier one', () => {
    const starless = fact({ productId: 1, decisionDate: '2025-12-15', star: null })
    expect(statesOf([starless])).toEqual(['starless'])
    expect(statesOf([of2024, starless])).toEqual(['in-force', 'starless'])
    expect(statesOf([starless, fact({ productId: 1, decisionDate: '2026-08-05' })])).toEqual(['superseded', 'in-force'])
  })
})

describe('the register', () => {
  const facts = [
    fact({ decisionDate: '2019-12-30', star: 4, commune: 'Thu Phong', district: 'huyện Cao Phong' }),
    fact({ decisionDate: '2021-12-29', productId: 9 }),
    fact({ decisionDate: '2025-12-15', productId: 9, star: 4 }),
    fact({ decisionDate: '2024-02-20', commune: 'xã Pà Cò', district: 'Mai Châu' }),
    fact({ decisionDate: '2024-01-10', commune: 'Mường Bi', district: '' }),
  ]
  const entries = readRegisterOn(facts, on)
  const all = byPressure(entries)
  const filtered = (filter: Parameters<typeof filterRegister>[1], asked = all) =>
    filterRegister(registerColumns(asked, placesOf(entries)), filter, { day: on.day })
  const found = (filter: Parameters<typeof filterRegister>[1]) =>
    filtered(filter).entries.map(({ decisionDate }) => decisionDate)

  it('shows what presses first, and what is superseded only where it is asked for', () => {
    // Ends on 20/02/2027 and 10/01/2027, both filed too late; in force; lapsed.
    expect(found({})).toEqual(['2024-01-10', '2024-02-20', '2025-12-15', '2019-12-30'])
    expect(found({ state: 'superseded' })).toEqual(['2021-12-29'])
  })

  it('is filtered by state, years, star and place', () => {
    expect(found({ state: 'missed' })).toEqual(['2024-01-10', '2024-02-20'])
    expect(found({ recognisedIn: 2019 })).toEqual(['2019-12-30'])
    expect(found({ lapsesIn: 2027 })).toEqual(['2024-01-10', '2024-02-20'])
    expect(found({ star: 4 })).toEqual(['2025-12-15', '2019-12-30'])
    expect(found({ place: 'cao phong/' })).toEqual(['2025-12-15', '2019-12-30'])
    expect(found({ place: 'mai chau/pa co' })).toEqual(['2024-02-20'])
    expect(found({ place: 'cao phong/', star: 3 })).toEqual([])
  })

  it('names each place once, however it is spelt', () => {
    expect(filtered({}).places).toEqual([
      { key: 'cao phong/', label: 'huyện Cao Phong' },
      { key: 'mai chau/', label: 'Mai Châu' },
      { key: '/muong bi', label: 'Mường Bi' },
      { key: 'cao phong/thu phong', label: 'Thu Phong, huyện Cao Phong' },
      { key: 'mai chau/pa co', label: 'xã Pà Cò, Mai Châu' },
    ])
    const some = all.filter(({ district }) => district === 'Mai Châu')
    expect(filtered({}, some).places.map(({ key }) => key)).toEqual(['mai chau/', 'mai chau/pa co'])
  })

  it('keeps years that are none out of the lists of years, and counts them', () => {
    const far = readRegisterOn([fact({ decisionDate: '1924-06-05' }), fact({ decisionDate: '2042-06-05' })], on)
    const { counts } = filtered({}, [...all, ...far])
    expect(counts.recognisedIn.map(({ year }) => year)).toEqual([2019, 2024, 2025])
    expect(counts.lapsesIn.map(({ year }) => year)).toEqual([2022, 2027, 2028])
    expect(counts.farYears).toBe(2)
    expect(counts.state).toMatchObject({ 'to-come': 1, lapsed: 2 })
  })

  it('counts each filter under the others', () => {
    const { counts } = filtered({ star: 4, lapsesIn: 2022 })
    expect(counts.state).toMatchObject({ lapsed: 1, 'in-force': 0, missed: 0 })
    expect(counts.lapsesIn).toEqual([
      { year: 2022, count: 1 },
      { year: 2028, count: 1 },
    ])
    expect(counts.star).toEqual([{ star: 4, count: 1 }])
    expect(filtered({}).counts.state).toMatchObject({
      superseded: 1,
      lapsed: 1,
      missed: 2,
      'in-force': 1,
    })
  })
})

describe('a certificate that ended in the time of transition', () => {
  const old = fact({ productId: 1, decisionDate: '2023-05-27' })
  const other = fact({ productId: 2, decisionDate: '2023-05-27' })
  const stateOn = (day: string, filed: Evaluations['filed'], failed: Evaluations['failed'] = []) =>
    readRegisterOn([old, other], { ...on, day, evaluations: new Map([[1, { filed, failed }]]) }).map(
      ({ state }) => state,
    )
  const filing = { on: '2026-07-01', withdrawnOn: null }

  it('goes on from the day on which its dossier came, and only its own', () => {
    expect(stateOn('2026-06-30', [filing])).toEqual(['grace', 'grace'])
    expect(stateOn('2026-07-01', [filing])).toEqual(['prolonged', 'grace'])
    expect(stateOn('2026-11-23', [filing])).toEqual(['prolonged', 'grace'])
    expect(stateOn('2026-11-24', [filing])).toEqual(['lapsed', 'lapsed'])
  })

  it('is not prolonged by a dossier from before its decision, nor by one that was withdrawn', () => {
    expect(stateOn('2026-08-15', [{ ...filing, on: '2023-05-01' }])).toEqual(['grace', 'grace'])
    expect(stateOn('2026-08-15', [{ ...filing, withdrawnOn: '2026-08-15' }])).toEqual(['grace', 'grace'])
    expect(stateOn('2026-08-14', [{ ...filing, withdrawnOn: '2026-08-15' }])).toEqual(['prolonged', 'grace'])
  })

  it('ends with the result that recognises nothing, whatever it was heard as', () => {
    const result = { on: '2026-09-02', isAgain: true }
    expect(stateOn('2026-09-01', [filing], [result])).toEqual(['prolonged', 'grace'])
    expect(stateOn('2026-09-02', [filing], [result])).toEqual(['lapsed', 'grace'])
    expect(stateOn('2026-09-02', [filing], [{ ...result, isAgain: false }])).toEqual(['lapsed', 'grace'])
    expect(stateOn('2026-09-02', [], [{ ...result, isAgain: false }])).toEqual(['lapsed', 'grace'])
    // Its dossier comes again after the result.
    expect(stateOn('2026-09-10', [{ ...filing, on: '2026-09-10' }], [result])).toEqual(['lapsed', 'grace'])
  })

  it('is not ended by what was found before: of the recognition, or of an upgrade that failed', () => {
    expect(stateOn('2026-08-15', [filing], [{ on: '2023-05-20', isAgain: true }])).toEqual(['prolonged', 'grace'])
    expect(stateOn('2026-08-15', [filing], [{ on: '2025-06-20', isAgain: false }])).toEqual(['prolonged', 'grace'])
  })

  it('is in force until its own end, also where the result came before, and is not prolonged then', () => {
    const result = { on: '2026-05-10', isAgain: true }
    expect(stateOn('2026-05-26', [{ ...filing, on: '2026-04-01' }], [result])).toEqual(['missed', 'missed'])
    expect(stateOn('2026-05-27', [{ ...filing, on: '2026-04-01' }], [result])).toEqual(['lapsed', 'grace'])
  })

  it('is counted and found among the lapsed until its dossier comes', () => {
    const entries = readRegisterOn([old, other], {
      ...on,
      day: '2026-08-15',
      evaluations: new Map([[1, { filed: [filing], failed: [] }]]),
    })
    const filtered = filterRegister(
      registerColumns(entries, placesOf(entries)),
      { state: 'lapsed' },
      { day: '2026-08-15' },
    )
    expect(filtered.entries.map(({ productId }) => productId)).toEqual([2])
    expect(filtered.counts.state).toMatchObject({ lapsed: 1, grace: 1, prolonged: 1 })
  })
})
