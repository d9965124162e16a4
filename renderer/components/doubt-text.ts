import type { TFunction } from 'i18next'

/** A doubt of a published form for the reader: where the file names one of its own fields, the screen says it in words. */
export function doubtText(issue: string, t: TFunction): string {
  return issue.replace(/\(minStarOnTitle = (\d)\)/, (_field, star: string) => t('doubt.starOnTitle', { star }))
}
