import type { TFunction } from 'i18next'
import { isReason } from '../../../shared/domain/session/is-reason.ts'
import { longestText } from '../../../shared/domain/vietnamese/normalise-input.ts'
import { lengthProblem } from './length-problem.ts'

/** What is wrong with a reason as it stands typed; null where it says something, and while nothing is typed. */
export function reasonProblem(text: string, t: TFunction): string | null {
  const tooLong = lengthProblem({ text, max: longestText, t })
  if (tooLong !== null) return tooLong
  return text.trim() === '' || isReason(text) ? null : t('common:field.reasonSaysNothing')
}
