import type { TFunction } from 'i18next'
import type { PaperBallotRow } from '../../../shared/api/paper-ballots.ts'

/** Codes that a line of a list names, before it only counts the others. */
const namedCodes = 8

/** What a person has to look at in a ballot, a phrase each: "3 tiêu chí cần xem: 1.2, 2.4, 3.1", "thiếu trang 2". */
export function lookWords(row: PaperBallotRow, t: TFunction<'paper'>): readonly string[] {
  const { missingPages, open, different, isUnsigned, state } = row
  if (state === 'taken') return []
  const words: string[] = []
  if (missingPages.length > 0)
    words.push(t('look.missing', { pages: missingPages.join(', '), count: missingPages.length }))
  if (different.length > 0) words.push(t('look.different', { count: different.length, codes: named(different, t) }))
  if (open.length > 0) words.push(t('look.open', { count: open.length, codes: named(open, t) }))
  if (isUnsigned === true) words.push(t('look.unsigned'))
  return words
}

function named(codes: readonly string[], t: TFunction<'paper'>): string {
  const others = codes.length - namedCodes
  const first = codes.slice(0, namedCodes).join(', ')
  return others > 0 ? t('look.andMore', { codes: first, count: others }) : first
}
