import { expect, test } from 'vitest'
import { layChoices, takeChoicesBack } from './lay-choices.ts'

test('choices are laid over a sheet: what has no answer leaves what stands there', () => {
  expect(layChoices('2.10.', [3, 1, 1, null, null])).toEqual({ choices: '3110.', added: [1], replaced: [0], same: [2] })
  expect(layChoices('..', [0, null])).toEqual({ choices: '0.', added: [0], replaced: [], same: [] })
})

test('a choice beyond the form is no choice', () => {
  expect(() => layChoices('..', [null, null, 1])).toThrow(RangeError)
})

test('a change is taken back, but for what was answered otherwise since', () => {
  expect(takeChoicesBack('3120.', { from: '2.10.', to: '3110.' })).toBe('2.20.')
  expect(takeChoicesBack('2.10.', { from: '2.10.', to: '3110.' })).toBe('2.10.')
})

test('under another form nothing is taken back', () => {
  expect(takeChoicesBack('31', { from: '2.10.', to: '3110.' })).toBe('31')
})
