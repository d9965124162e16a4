import { expect, it } from 'vitest'
import { sampleForm } from '../../../tests/helpers/sample-form.ts'
import { listCriteria } from '../criteria/form.ts'
import { emptyChoices, withChoice } from './choice-text.ts'
import { fitsForm } from './fits-form.ts'

it('takes every printed option of every criterion, and nothing else', () => {
  const form = sampleForm([], { '1.1': [1, 2], '4.1': [3], '6.1': [1, 2, 3] })
  const criteria = listCriteria(form)
  const none = emptyChoices(criteria.length)
  expect(fitsForm(none, form)).toBe(true)
  for (const { criterion, index } of criteria) {
    const last = criterion.options.length
    expect(fitsForm(withChoice(none, index, last), form)).toBe(true)
    expect(fitsForm(withChoice(none, index, last + 1), form)).toBe(false)
  }
  expect(fitsForm(`${none}0`, form)).toBe(false)
  expect(fitsForm(none.slice(1), form)).toBe(false)
})
