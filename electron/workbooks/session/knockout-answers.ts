import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { knockoutTexts, otherKnockout } from '../../../shared/domain/criteria/knockout-questions.ts'
import type { Rejection } from '../../../shared/domain/scoring/types.ts'
import type { ImportedItem, ImportedKnockout } from './session-import.ts'

type Knockouts = readonly ImportedKnockout[]

/**
 * Of all answers of a product, in form order, those that the products' sheet does not say: of one that is not rejected what is
 * open, since it passes the rest; of a rejected one what it violates and what it passes, none where the council's own words alone
 * reject it and nothing else was answered.
 */
export function tellKnockouts(answers: Knockouts): Knockouts {
  if (!answers.some(({ answer }) => answer === 'yes')) return answers.filter(({ answer }) => answer === 'unanswered')
  const given = answers.filter(({ answer }) => answer !== 'unanswered')
  return given.every(({ question }) => question === otherKnockout.text) ? [] : given
}

/** The answers that a product of a workbook has, the open ones left out. */
export function answersToStage(item: ImportedItem, form: CriteriaSet): Knockouts {
  const { isRejected, rejectionReason, knockouts } = item
  if (!isRejected) {
    const open = new Set(knockouts.filter(({ answer }) => answer === 'unanswered').map(({ question }) => question))
    return knockoutTexts(form).flatMap(({ text }) => (open.has(text) ? [] : [passed(text)]))
  }
  const given = knockouts.filter(({ answer }) => answer !== 'unanswered')
  if (given.some(({ answer }) => answer === 'yes')) return given
  const reason = rejectionReason === '' ? 'Hồ sơ bị loại' : rejectionReason
  return [...given, { question: otherKnockout.text, answer: 'yes', reason }]
}

/** Why a product was rejected, in the one cell that the products' sheet has for it. */
export function rejectionWords(rejections: readonly Rejection[]): string {
  return rejections.map(({ question, reason }) => (reason === '' ? question : reason)).join('; ')
}

const passed = (question: string): ImportedKnockout => ({ question, answer: 'no', reason: '' })
