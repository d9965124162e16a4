import { expect, it } from 'vitest'
import { doubtsOfCase, doubtsOfInspecting } from './doubts.ts'

it('a case is doubted whose conclusion is older than its discovery, or which is older than its recognition', () => {
  const days = { knownOn: '2026-11-05', concludedOn: '2026-11-05', recognisedOn: '2025-12-30' }
  expect(doubtsOfCase(days)).toEqual([])
  expect(doubtsOfCase({ ...days, concludedOn: null, recognisedOn: null })).toEqual([])
  expect(doubtsOfCase({ ...days, concludedOn: '2026-11-04' })).toEqual(['concluded-before-known'])
  expect(doubtsOfCase({ ...days, recognisedOn: '2026-11-06' })).toEqual(['before-recognised'])
})

it('an inspection is doubted outside the days of its route and before the recognition', () => {
  const place = { route: { startsOn: '2026-11-02', endsOn: '2026-11-06' }, recognisedOn: '2025-12-30' }
  for (const on of [null, '2026-11-02', '2026-11-06']) expect(doubtsOfInspecting(on, place)).toEqual([])
  for (const on of ['2026-11-01', '2026-11-07']) expect(doubtsOfInspecting(on, place)).toEqual(['off-route-days'])
  expect(doubtsOfInspecting('2026-11-07', { ...place, route: { startsOn: '2026-11-02', endsOn: null } })).toEqual([])
  expect(doubtsOfInspecting('2025-12-29', { ...place, route: null })).toEqual(['before-recognised'])
})
