import { expect, it } from 'vitest'
import { readRuleSets } from '../../../tests/helpers/resources.ts'
import { lawOfFiling } from './law-of-filing.ts'

const ruleSets = readRuleSets()
const [old, present] = ['qd-148-1489-2025', 'qd-26-2026']

// QĐ 26/2026/QĐ-TTg, Điều 12 khoản 2: in force on 22/5/2026; 60 days for the first time and upgrades, 30 for evaluations again.
it.each([
  { filedOn: '2026-05-21', application: 'new', heldOn: '2026-05-21', id: old, why: 'in-force' },
  { filedOn: '2026-05-21', application: 'new', heldOn: '2026-05-22', id: old, why: 'transition' },
  { filedOn: '2026-05-21', application: 'upgrade', heldOn: '2026-07-20', id: old, why: 'transition' },
  { filedOn: '2026-05-21', application: 'new', heldOn: '2026-07-21', id: present, why: 'over' },
  { filedOn: '2026-05-21', application: 'reassessment', heldOn: '2026-06-20', id: old, why: 'transition' },
  { filedOn: '2026-05-21', application: 'reassessment', heldOn: '2026-06-21', id: present, why: 'over' },
  { filedOn: '2026-05-22', application: 'reassessment', heldOn: '2026-06-01', id: present, why: 'in-force' },
  { filedOn: '2024-03-01', application: 'new', heldOn: '2024-05-01', id: 'qd-148-2023', why: 'in-force' },
] as const)('$application filed on $filedOn, heard on $heldOn: $id, $why', ({ id, why, ...dossier }) => {
  expect(lawOfFiling({ ruleSets, ...dossier })).toMatchObject({ ruleSet: { id }, why })
  expect(lawOfFiling({ ruleSets: ruleSets.toReversed(), ...dossier })).toMatchObject({ ruleSet: { id }, why })
})

it('is none where no rule set is in force on the day of the meeting', () => {
  expect(lawOfFiling({ ruleSets, filedOn: '2018-01-01', application: 'new', heldOn: '2018-02-01' })).toBeNull()
})

it('names the article and the last day of the term', () => {
  const law = lawOfFiling({ ruleSets, filedOn: '2026-05-01', application: 'reassessment', heldOn: '2026-06-01' })
  expect(law?.term).toMatchObject({ lastDay: '2026-06-20', article: expect.stringContaining('điểm b khoản 2 Điều 12') })
})
