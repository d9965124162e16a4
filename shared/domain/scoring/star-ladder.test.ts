import { expect, it } from 'vitest'
import { readRuleSet } from '../../../tests/helpers/resources.ts'
import { ballotsOf, sampleForm, sampleRegulation, type Mark } from '../../../tests/helpers/sample-form.ts'
import { starLadder } from './star-ladder.ts'
import { tallyItem, type ItemTally } from './tally-item.ts'

const fourStarGate: Mark = { code: '6.1', option: 20, star: 4 }
const fiveStarGate: Mark = { code: '6.1', option: 30, star: 5 }

type Told = { readonly totals: readonly number[]; readonly marks?: readonly Mark[] } & Partial<ItemTally>

/** Each star with its state, the points that lack, and how many of its gates do not hold. */
function ladderOf({ totals, marks = [fourStarGate, fiveStarGate], ...change }: Told) {
  const rules = { ruleSet: readRuleSet('qd-26-2026'), referralThreshold: 90 }
  const result = tallyItem({
    form: sampleForm(marks),
    ...rules,
    regulation: sampleRegulation,
    ballots: ballotsOf(totals),
    agreedLevels: {},
    rejections: [],
    spreadWaiver: null,
    ...change,
  })
  return starLadder({ result, ...rules }).map(({ star, state, lack, gates, failed }) =>
    [star, state, lack ?? 'has points', `${failed.length}/${gates.length}`].join(' · '),
  )
}

it('says of each star what it asks for and what of it lacks, the product’s place being the highest that is reached', () => {
  expect(ladderOf({ totals: [86, 87] })).toEqual([
    '5 · next · 3,50 · 1/1',
    '4 · reached · has points · 0/1',
    '3 · reached · has points · 0/0',
    '2 · reached · has points · 0/0',
    '1 · reached · has points · 0/0',
  ])
})

it('has the star of a missed gate next, whatever the points: those to a higher one do not help before', () => {
  expect(ladderOf({ totals: [89, 80, 80] }).slice(0, 3)).toEqual([
    '5 · beyond · 7,00 · 1/1',
    '4 · next · has points · 1/1',
    '3 · reached · has points · 0/0',
  ])
})

it('takes a rounded mean by its band', () => {
  const regulation = { ...sampleRegulation, rounding: 'integer' as const }
  const [five, four] = ladderOf({ totals: [70, 69], marks: [], regulation })
  expect([five, four]).toEqual(['5 · next · 20,50 · 0/0', '4 · reached · has points · 0/0'])
})

it('places neither what nobody scored nor a rejected dossier', () => {
  expect(ladderOf({ totals: [] })).toEqual([])
  expect(ladderOf({ totals: [90], rejections: [{ question: 'Vượt hạn mức', reason: '' }] })).toEqual([])
})
