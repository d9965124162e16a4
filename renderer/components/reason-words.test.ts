import i18next from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import en from '../../resources/locales/en/results.json' with { type: 'json' }
import vi from '../../resources/locales/vi/results.json' with { type: 'json' }
import type { Reason, SettledGate } from '../../shared/domain/scoring/types.ts'
import { describeReason } from '../../shared/domain/session/reason-text.ts'
import { reasonClause } from './reason-words.ts'

const gate = (criterionCode: string, star: 3 | 4, agreedOption: number | null = null) =>
  ({ criterionCode, star, agreedOption, reachedBy: 1, countedBallots: 3 }) as unknown as SettledGate
const article = 'Điều 3'
const gates = [gate('3.5', 4), gate('2.4', 3), gate('6.1', 4, 2)]
const mean = { sum: 205, count: 3 }
const band = { kind: 'band', star: 3, from: 50, below: 70, mean, rounded: null, floors: [70], article } as const

const reasons: readonly Reason[] = [
  { kind: 'rejected', rejections: [{ question: 'Hồ sơ', reason: 'thiếu' }], article } as unknown as Reason,
  { kind: 'no-counted-ballots' },
  band,
  { ...band, star: 5, from: 90, below: null, rounded: { sum: 684, count: 10 } },
  { ...band, star: 1, from: 0, below: 30 },
  { kind: 'gates-failed', bandStar: 4, star: 3, gates, article },
  { kind: 'next-band', star: 4, from: 70, missing: { sum: 5, count: 3 }, floors: [70], gates: [] },
  { kind: 'next-band', star: 4, from: 70, missing: { sum: 5, count: 3 }, floors: [70], gates },
  { kind: 'referred', threshold: 70, article },
  { kind: 'not-referred', threshold: 90, article },
  { kind: 'spread', spread: 21, limit: 15, settled: 'no' },
  { kind: 'spread', spread: 21, limit: 15, settled: 'waived' },
]

beforeAll(async () => {
  await i18next.init({
    lng: 'vi',
    resources: { vi: { results: vi }, en: { results: en } },
    interpolation: { escapeValue: false },
  })
})

it.each(reasons)('says in Vietnamese what papers print, and in English nothing Vietnamese: %j', (reason) => {
  expect(reasonClause(reason, i18next.getFixedT('vi', 'results'))).toBe(describeReason(reason))
  const english = reasonClause(reason, i18next.getFixedT('en', 'results'))
  // A knock-out's own words are the dossier's.
  expect(english.replace('Hồ sơ (thiếu)', '')).toMatch(/^[\x20-\x7e]+$/)
})
