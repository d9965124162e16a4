import { expect, test } from 'vitest'
import { isCopyDue, type CopyFacts } from './copy-due.ts'

const facts: CopyFacts = {
  now: '2026-11-20T08:00:00.000Z',
  copiedAt: '2026-11-19T08:00:00.000Z',
  changedAt: '2026-11-20T07:00:00.000Z',
  lastBallotAt: '2026-11-18T08:00:00.000Z',
  isScoring: false,
}
const old = '2026-11-13T07:59:59.000Z'

test.each<[string, Partial<CopyFacts>, boolean]>([
  ['a copy of yesterday, and no ballot since', {}, false],
  ['a ballot since', { lastBallotAt: '2026-11-20T07:00:00.000Z' }, true],
  ['a ballot since, while the session is scored', { lastBallotAt: '2026-11-20T07:00:00.000Z', isScoring: true }, false],
  ['a copy older than a week', { copiedAt: old, lastBallotAt: null }, true],
  [
    'a copy older than a week of a file that has not changed',
    { copiedAt: old, changedAt: old, lastBallotAt: null },
    false,
  ],
  ['no copy of a file with ballots', { copiedAt: null }, true],
  ['no copy of a file without', { copiedAt: null, lastBallotAt: null }, false],
  ['an empty file', { copiedAt: null, changedAt: null, lastBallotAt: null }, false],
])('%s: reminded of %j is %s', (_, given, isDue) => {
  expect(isCopyDue({ ...facts, ...given })).toBe(isDue)
})
