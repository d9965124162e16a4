import { isIsoDate } from '../../../shared/domain/calendar/iso-date.ts'

/**
 * A date as typed (`21/10/2024`, `1-3-26`, `21.10.2024`, `21102024`) → ISO date; empty text → empty; null for anything
 * that is no such day. Two-digit years are of this century.
 */
export function readDate(text: string): string | null {
  if (text.trim() === '') return ''
  const typed = typedDay(text)
  if (typed === null) return null
  const iso = typed.toReversed().join('-')
  return isIsoDate(iso) ? iso : null
}

/** What is typed as a date is, and yet no day of the calendar (`29/2/2023`) → `29/02/2023`; else null. */
export function noSuchDay(text: string): string | null {
  const typed = typedDay(text)
  return typed === null || readDate(text) !== null ? null : typed.join('/')
}

/** Day, month and year with all their digits; null for what is written otherwise. */
function typedDay(text: string): readonly string[] | null {
  const typed = text.trim()
  const match = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{2}|\d{4})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed)
  if (match === null) return null
  const [, day = '', month = '', year = ''] = match
  return [day.padStart(2, '0'), month.padStart(2, '0'), year.padStart(4, '20')]
}

/** A fraction as typed (`2/3`, `75%`) → numerator and denominator, at most 100 each and at most one; else null. */
export function readFraction(text: string): { readonly numerator: number; readonly denominator: number } | null {
  const match = /^(\d{1,3})\s*\/\s*(\d{1,3})$/.exec(text.trim()) ?? /^(\d{1,3})\s*(%)$/.exec(text.trim())
  if (match === null) return null
  const numerator = Number(match[1])
  const denominator = match[2] === '%' ? 100 : Number(match[2])
  const isFraction = numerator >= 1 && denominator >= 1 && numerator <= denominator && denominator <= 100
  return isFraction ? { numerator, denominator } : null
}

/** Digits only, within the bounds (both inclusive); null for anything else. */
export function readWhole({ text, min, max }: { text: string; min: number; max: number }): number | null {
  const typed = text.trim()
  if (!/^\d{1,6}$/.test(typed)) return null
  const whole = Number(typed)
  return whole >= min && whole <= max ? whole : null
}
