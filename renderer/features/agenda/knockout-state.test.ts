import { expect, it } from 'vitest'
import type { KnockoutQuestion } from '../../../shared/api/sessions.ts'
import { knockoutState } from './knockout-state.ts'

const asked = (...answers: readonly KnockoutQuestion['answer'][]) => ({
  knockouts: answers.map((answer, index) => ({ key: `dossier-${index + 1}`, text: '', answer, reason: '' })),
})

it('is rejected by a single yes, open questions or not', () => {
  expect(knockoutState(asked('no', 'yes', 'unanswered')).kind).toBe('rejected')
})

it('counts the open questions, and is passed only without one', () => {
  expect(knockoutState(asked('unanswered', 'no', 'unanswered'))).toEqual({ kind: 'open', open: 2 })
  expect(knockoutState(asked('no', 'no'))).toEqual({ kind: 'passed', open: 0 })
})

it('says so where the form asks nothing', () => {
  expect(knockoutState(asked()).kind).toBe('none')
})
