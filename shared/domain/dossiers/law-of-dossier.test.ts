import { expect, it } from 'vitest'
import { readRuleSets } from '../../../tests/helpers/resources.ts'
import { lawOfDossier } from './law-of-dossier.ts'

const ruleSets = readRuleSets()
const [first, old, present] = ['qd-148-2023', 'qd-148-1489-2025', 'qd-26-2026']
const none = { completeOn: null, heardUnder: null, meetingOn: null, isEvaluated: 0, application: 'new' } as const

it.each([
  { name: 'filed', said: { filedOn: '2026-05-25', year: 2026 }, id: present, day: '2026-05-25' },
  { name: 'of this year', said: { filedOn: null, year: 2026 }, id: present, day: '2026-11-20' },
  { name: 'of a year before', said: { filedOn: null, year: 2024 }, id: first, day: '2024-12-31' },
  { name: 'of a year to come', said: { filedOn: null, year: 2027 }, id: present, day: '2027-01-01' },
])('the law of a dossier $name', ({ said, id, day }) => {
  expect(lawOfDossier({ ruleSets, registration: { ...none, ...said }, today: '2026-11-20' })).toMatchObject({
    ruleSet: { id },
    day,
    former: null,
  })
})

it('of which only the day of being whole is known was lodged by then', () => {
  const dayOf = (filedOn: string | null, completeOn: string) =>
    lawOfDossier({ ruleSets, registration: { ...none, filedOn, completeOn, year: 2026 }, today: '2026-06-01' })?.day
  expect([dayOf(null, '2026-05-21'), dayOf('2026-05-20', '2026-05-25')]).toEqual(['2026-05-21', '2026-05-20'])
})

// QĐ 26/2026/QĐ-TTg, Điều 12 khoản 2: 60 days for the first time and upgrades, 30 for evaluations again.
const before = { ...none, filedOn: '2026-05-21', year: 2026 } as const
it.each([
  { name: 'while its time runs', said: {}, today: '2026-07-20', id: old, lastDay: null },
  { name: 'once its time is over', said: {}, today: '2026-07-21', id: present, lastDay: '2026-07-20' },
  {
    name: 'to be evaluated again, whose time is shorter',
    said: { application: 'reassessment' as const },
    today: '2026-06-21',
    id: present,
    lastDay: '2026-06-20',
  },
  {
    name: 'on the agenda of a meeting after it',
    said: { heardUnder: present, meetingOn: '2026-12-15' },
    today: '2026-06-01',
    id: present,
    lastDay: '2026-07-20',
  },
  {
    name: 'on an agenda of the former law',
    said: { heardUnder: old, meetingOn: '2026-07-10' },
    today: '2026-06-01',
    id: old,
    lastDay: null,
  },
  {
    name: 'evaluated in its time',
    said: { heardUnder: old, isEvaluated: 1 as const },
    today: '2026-11-20',
    id: old,
    lastDay: null,
  },
  {
    name: 'evaluated by written opinions',
    said: { isEvaluated: 1 as const },
    today: '2026-11-20',
    id: old,
    lastDay: null,
  },
])('lodged before the decision, $name: $id', ({ said, today, id, lastDay }) => {
  const law = lawOfDossier({ ruleSets, registration: { ...before, ...said }, today })
  expect(law?.ruleSet.id).toBe(id)
  expect(law?.former?.term?.lastDay ?? null).toBe(lastDay)
  expect(law?.former?.ruleSet.id ?? old).toBe(old)
})

it('of a year that is over stays what it was in its year', () => {
  const registration = { ...none, filedOn: '2025-10-01', year: 2025 }
  expect(lawOfDossier({ ruleSets, registration, today: '2026-11-20' })).toMatchObject({
    ruleSet: { id: old },
    former: null,
  })
})

it('says that a meeting hears it by another law than that of its day', () => {
  const registration = { ...before, heardUnder: present, meetingOn: '2026-06-10' }
  expect(lawOfDossier({ ruleSets, registration, today: '2026-06-01' })).toMatchObject({
    ruleSet: { id: present },
    day: '2026-06-10',
    former: { ruleSet: { id: old }, term: null },
  })
})
