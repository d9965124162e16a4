import type { TFunction } from 'i18next'
import { isReason } from '../../../shared/domain/session/is-reason.ts'

/** What is wrong with a reason as it stands typed; null where it says something, and while nothing is typed. */
export function reasonProblem(text: string, t: TFunction): string | null {
  return text.trim() === '' || isReason(text) ? null : t('common:field.reasonSaysNothing')
}
