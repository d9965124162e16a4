import type { KnockoutQuestion } from '../../../shared/api/sessions.ts'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { knockoutTexts, otherKnockout } from '../../../shared/domain/criteria/knockout-questions.ts'
import type { Rejection } from '../../../shared/domain/scoring/types.ts'

type Answer = { readonly question: string; readonly isRejected: boolean; readonly reason: string }

/**
 * The form's knock-out questions with their answers: first the dossier's, then the criteria's, and the council's own
 * reason last, where one was recorded.
 */
export function listKnockouts(form: CriteriaSet, answers: readonly Answer[]): readonly KnockoutQuestion[] {
  const given = new Map(answers.map((answer) => [answer.question, answer]))
  const questions = knockoutTexts(form).map(({ key, text }) => toQuestion({ key, text, answer: given.get(key) }))
  const other = given.get(otherKnockout.key)
  return other === undefined ? questions : [...questions, toQuestion({ ...otherKnockout, answer: other })]
}

export function knockoutKeys(form: CriteriaSet): readonly string[] {
  return knockoutTexts(form).map(({ key }) => key)
}

/** One yes settles the product; without one every question needs its no. */
export function areKnockoutsAnswered(questions: readonly KnockoutQuestion[]): boolean {
  return questions.some(({ answer }) => answer === 'yes') || questions.every(({ answer }) => answer !== 'unanswered')
}

export function rejectionsOf(questions: readonly KnockoutQuestion[]): readonly Rejection[] {
  return questions.filter(({ answer }) => answer === 'yes').map(({ text, reason }) => ({ question: text, reason }))
}

function toQuestion(question: {
  readonly key: string
  readonly text: string
  readonly answer: Answer | undefined
}): KnockoutQuestion {
  const { key, text, answer } = question
  if (answer === undefined) return { key, text, answer: 'unanswered', reason: '' }
  return { key, text, answer: answer.isRejected ? 'yes' : 'no', reason: answer.reason }
}
