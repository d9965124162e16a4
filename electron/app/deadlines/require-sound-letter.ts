import { Refusal } from '../../../shared/api/refusal.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { checkLetter } from '../../../shared/domain/deadlines/check-letter.ts'
import type { DeadlineLetter } from '../../../shared/domain/deadlines/plan-deadlines.ts'

/** @throws Refusal `deadline-twice`, `deadline-before-letter`, `deadline-of-other-year` */
export function requireSoundLetter(letter: Omit<DeadlineLetter, 'id'>): void {
  const fault = checkLetter(letter)
  if (fault === null) return
  const { reason, deadline } = fault
  throw new Refusal(reason, {
    before: formatDate(deadline.before),
    issuedOn: formatDate(letter.issuedOn),
    year: letter.year,
  })
}
