import type { KnockoutQuestion } from '../../../shared/api/sessions.ts'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import type { Rejection } from '../../../shared/domain/scoring/types.ts'

/** A rejection in the council's own words, beside the form's questions. */
export const otherKnockout = 'other'

type Answer = { readonly question: string; readonly isRejected: boolean; readonly reason: string }

/**
 * The form's knock-out questions with their answers: first the dossier's, then the criteria's, and the council's own
 * reason last, where one was recorded.
 */
export function listKnockouts(form: CriteriaSet, answers: readonly Answer[]): readonly KnockoutQuestion[] {
  const given = new Map(answers.map((answer) => [answer.question, answer]))
  const questions = formQuestions(form).map(({ key, text }) => toQuestion({ key, text, answer: given.get(key) }))
  const other = given.get(otherKnockout)
  return other === undefined
    ? questions
    : [...questions, toQuestion({ key: otherKnockout, text: 'Lý do khác do Hội đồng kết luận', answer: other })]
}

export function knockoutKeys(form: CriteriaSet): readonly string[] {
  return formQuestions(form).map(({ key }) => key)
}

/** One yes settles the product; without one every question needs its no. */
export function areKnockoutsAnswered(questions: readonly KnockoutQuestion[]): boolean {
  return questions.some(({ answer }) => answer === 'yes') || questions.every(({ answer }) => answer !== 'unanswered')
}

export function rejectionsOf(questions: readonly KnockoutQuestion[]): readonly Rejection[] {
  return questions.filter(({ answer }) => answer === 'yes').map(({ text, reason }) => ({ question: text, reason }))
}

type FormQuestion = { readonly key: string; readonly text: string }

const questionsOfForms = new WeakMap<CriteriaSet, readonly FormQuestion[]>()

function formQuestions(form: CriteriaSet): readonly FormQuestion[] {
  const known = questionsOfForms.get(form)
  if (known !== undefined) return known
  const dossier = (form.rejectedIf ?? []).map((text, index) => ({ key: `dossier-${index + 1}`, text }))
  const criteria = listCriteria(form).flatMap(({ criterion }) =>
    criterion.knockout === undefined
      ? []
      : [{ key: `criterion-${criterion.code}`, text: `Tiêu chí ${criterion.code}: ${criterion.knockout}` }],
  )
  const questions = [...dossier, ...criteria]
  questionsOfForms.set(form, questions)
  return questions
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
