import { Refusal } from '../../../shared/api/refusal.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { checkLetter } from '../../../shared/domain/deadlines/check-letter.ts'
import type { DeadlineLetter } from '../../../shared/domain/deadlines/plan-deadlines.ts'
import { requirePast } from '../require-past.ts'

/** A letter holds from the day that it was written. @throws Refusal `day-to-come`, `deadline-twice`, `deadline-before-letter`, `deadline-of-other-year` */
export function requireSoundLetter(letter: Omit<DeadlineLetter, 'id'>, today: string): void {
  requirePast(letter.issuedOn, today)
  const fault = checkLetter(letter)
  if (fault === null) return
  const { reason, deadline } = fault
  throw new Refusal(reason, {
    before: formatDate(deadline.before),
    issuedOn: formatDate(letter.issuedOn),
    year: letter.year,
  })
}
