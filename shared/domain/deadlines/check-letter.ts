import type { DeadlineLetter, LetterDeadline } from './plan-deadlines.ts'

/** What is wrong with a letter's days, and with which; null for a sound one. */
export type LetterFault = {
  readonly reason: 'deadline-twice' | 'deadline-before-letter' | 'deadline-of-other-year'
  readonly deadline: LetterDeadline
}

/** A day comes after the letter's own, lies in the letter's year or the one after, and is set once. */
export function checkLetter({ year, issuedOn, deadlines }: Omit<DeadlineLetter, 'id'>): LetterFault | null {
  const keyOf = ({ level, kind, round }: LetterDeadline) => `${level} ${kind} ${round}`
  for (const [index, deadline] of deadlines.entries()) {
    const before = deadlines.slice(0, index)
    const years = [String(year), String(year + 1)]
    if (before.some((other) => keyOf(other) === keyOf(deadline))) return { reason: 'deadline-twice', deadline }
    if (deadline.before <= issuedOn) return { reason: 'deadline-before-letter', deadline }
    if (!years.includes(deadline.before.slice(0, 4))) return { reason: 'deadline-of-other-year', deadline }
  }
  return null
}
