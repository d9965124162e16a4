import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readCriteriaSet, readRuleSet } from '../../../tests/helpers/resources.ts'
import { ballotsOf, sampleForm, sampleRegulation } from '../../../tests/helpers/sample-form.ts'
import type { CriteriaSet } from '../criteria/criteria-set.ts'
import { listCriteria, listGates } from '../criteria/form.ts'
import { failedGates } from './gates.ts'
import { tallyItem, type ItemTally } from './tally-item.ts'
import type { BallotChoices, GateSettlement } from './types.ts'

const ruleSet = readRuleSet('qd-26-2026')
const forms = ['qd26-01', 'qd26-18', 'qd26-26', 'qd148-01'].map(readCriteriaSet)
const settlements: readonly GateSettlement[] = ['majority', 'all', 'mean', 'agreed']

const tally = (change: Pick<ItemTally, 'form' | 'ballots'> & Partial<ItemTally>) =>
  tallyItem({
    ruleSet,
    referralThreshold: 90,
    regulation: sampleRegulation,
    agreedLevels: {},
    rejections: [],
    spreadWaiver: null,
    ...change,
  })

/** A ballot that leans high, so that gates and upper bands are met as often as missed. */
const choicesArbitrary = (form: CriteriaSet): fc.Arbitrary<BallotChoices> =>
  fc.tuple(
    ...listCriteria(form).map(({ criterion }) => {
      const best = criterion.options.length
      return fc.oneof({ weight: 3, arbitrary: fc.constant(best) }, { weight: 1, arbitrary: fc.nat({ max: best }) })
    }),
  )

const panelArbitrary = fc.constantFrom(...forms).chain((form) =>
  fc.record({
    form: fc.constant(form),
    ballots: fc.array(
      choicesArbitrary(form).map((choices) => ({ choices })),
      { minLength: 1, maxLength: 15 },
    ),
    settlement: fc.constantFrom(...settlements),
  }),
)

it('does not depend on the order of the members', () => {
  fc.assert(
    fc.property(panelArbitrary, fc.infiniteStream(fc.nat()), ({ form, ballots, settlement }, keys) => {
      const regulation = { ...sampleRegulation, gateSettlement: settlement }
      const shuffled = ballots
        .map((ballot) => ({ ballot, key: Number(keys.next().value) }))
        .sort((a, b) => a.key - b.key)
        .map(({ ballot }) => ballot)
      expect(tally({ form, ballots: shuffled, regulation })).toEqual(tally({ form, ballots, regulation }))
    }),
  )
})

it('gives a star that is monotone in the mean', () => {
  const panel = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 15 })
  const form = sampleForm()
  fc.assert(
    fc.property(panel, panel, (one, other) => {
      const a = tally({ form, ballots: ballotsOf(one) })
      const b = tally({ form, ballots: ballotsOf(other) })
      const isLower = a.mean.sum * b.mean.count <= b.mean.sum * a.mean.count
      const [lower, higher] = isLower ? [a, b] : [b, a]
      expect(lower.star).toBeLessThanOrEqual(higher.star)
      expect(Number(lower.isReferred)).toBeLessThanOrEqual(Number(higher.isReferred))
    }),
  )
})

it('never falls by a star when one member raises one choice', () => {
  fc.assert(
    fc.property(panelArbitrary, fc.nat(), fc.nat(), ({ form, ballots, settlement }, memberSeed, criterionSeed) => {
      const regulation = { ...sampleRegulation, gateSettlement: settlement }
      const member = memberSeed % ballots.length
      const criteria = listCriteria(form)
      const { criterion, index } = criteria[criterionSeed % criteria.length]!
      const before = ballots[member]!.choices[index]!
      const points = before === 0 ? 0 : criterion.options[before - 1]!.points
      const better = criterion.options.findIndex((option, at) => at + 1 > before && option.points >= points) + 1
      fc.pre(better > 0)
      const raised = ballots.map((ballot, at) =>
        at === member ? { choices: ballot.choices.with(index, better) } : ballot,
      )
      const first = tally({ form, ballots, regulation })
      const second = tally({ form, ballots: raised, regulation })
      expect(second.star).toBeGreaterThanOrEqual(first.star)
      expect(second.band).toBeGreaterThanOrEqual(first.band)
    }),
  )
})

it('holds a star exactly when every gate marked up to it holds', () => {
  fc.assert(
    fc.property(panelArbitrary, ({ form, ballots }) => {
      const { star, band, gates } = tally({ form, ballots })
      const reached = (gate: ReturnType<typeof listGates>[number]) =>
        ballots.filter(({ choices }) => {
          const chosen = choices[gate.criterionIndex]!
          return (
            chosen >= gate.optionNumber &&
            (listCriteria(form)[gate.criterionIndex]!.criterion.options[chosen - 1]?.points ?? 0) >= gate.points
          )
        }).length
      const failing = listGates(form).filter((gate) => 2 * reached(gate) <= ballots.length)
      const candidates = [band, 4, 3, 2].filter((candidate) => candidate <= band)
      const expected = candidates.find((candidate) => failing.every((gate) => gate.star > candidate)) ?? band
      expect(star).toBe(expected)
      expect(failedGates({ gates, band }).map(({ criterionCode, star: mark }) => [criterionCode, mark])).toEqual(
        failing.filter((gate) => gate.star <= band).map((gate) => [gate.criterionCode, gate.star]),
      )
    }),
  )
})

it('does not move when ballots that are not complete are added', () => {
  fc.assert(
    fc.property(panelArbitrary, fc.nat(), fc.nat(), ({ form, ballots }, placeSeed, criterionSeed) => {
      const blank = { choices: ballots[0]!.choices.with(criterionSeed % ballots[0]!.choices.length, null) }
      const more = ballots.toSpliced(placeSeed % (ballots.length + 1), 0, blank)
      expect(tally({ form, ballots: more })).toEqual(tally({ form, ballots }))
    }),
  )
})
