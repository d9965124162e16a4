import type { TFunction } from 'i18next'
import { noSuchDay, readDate } from './read-text.ts'

/** Why what was typed is no date, for the field; null where it is one, or empty. */
export function dateProblem(text: string, t: TFunction): string | null {
  if (readDate(text) !== null) return null
  const day = noSuchDay(text)
  return day === null ? t('field.dateInvalid') : t('field.noSuchDay', { day })
}
