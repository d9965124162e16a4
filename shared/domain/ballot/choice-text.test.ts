import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choiceAt, countAnswered, emptyChoices, readChoices, withChoice, writeChoices } from './choice-text.ts'

const option = fc.option(fc.integer({ min: 0, max: 9 }), { nil: null })

test('reads what it writes, one character a criterion', () => {
  fc.assert(
    fc.property(fc.array(option, { minLength: 1, maxLength: 40 }), (choices) => {
      const text = writeChoices(choices)
      expect(text).toMatch(/^[.0-9]+$/)
      expect(text).toHaveLength(choices.length)
      expect(readChoices(text)).toEqual(choices)
      expect(countAnswered(text)).toBe(choices.filter((choice) => choice !== null).length)
    }),
  )
})

test('changes one criterion and no other', () => {
  fc.assert(
    fc.property(fc.array(option, { minLength: 1, maxLength: 40 }), fc.nat(), option, (choices, place, to) => {
      const criterion = place % choices.length
      const text = withChoice(writeChoices(choices), criterion, to)
      expect(readChoices(text)).toEqual(choices.with(criterion, to))
      expect(choiceAt(text, criterion)).toBe(to)
    }),
  )
})

test('a blank, the level that is none and the first level are three things', () => {
  expect(readChoices('.01')).toEqual([null, 0, 1])
  expect(emptyChoices(3)).toBe('...')
  expect(choiceAt('.01', 3)).toBeNull()
})

test('refuses what has no character or no place', () => {
  expect(() => writeChoices([10])).toThrow(RangeError)
  expect(() => writeChoices([-1])).toThrow(RangeError)
  expect(() => writeChoices([1.5])).toThrow(RangeError)
  expect(() => withChoice('...', 3, 1)).toThrow(RangeError)
  expect(() => withChoice('...', -1, 1)).toThrow(RangeError)
})
