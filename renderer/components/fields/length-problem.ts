import type { TFunction } from 'i18next'
import { normaliseText } from '../../../shared/domain/vietnamese/normalise-input.ts'

/** Said of a text that is longer than is kept: a field that cuts what is pasted loses the end of it without a word. */
export function lengthProblem({ text, max, t }: { text: string; max: number; t: TFunction }): string | null {
  const { length } = normaliseText(text)
  return length <= max ? null : t('common:field.tooLong', { max, over: length - max })
}
