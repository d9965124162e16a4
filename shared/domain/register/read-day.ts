import { isIsoDate } from '../calendar/iso-date.ts'

/** What a text says of a day. `wrong`: no such day; `year`, `month`: all that it says. */
export type DayReading =
  | { readonly kind: 'day'; readonly iso: string; readonly how: 'plain' | 'two-digit-year' | 'month-first' }
  | { readonly kind: 'month'; readonly year: number; readonly month: number }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'wrong'; readonly text: string }
  | { readonly kind: 'none' }

/**
 * The day that a text of an office's list names: `30/12/2019`, `30-12-19`, `ngày 30 tháng 12 năm 2019`, `2019-12-30`. Day
 * before month, as Vietnam writes; month before day only where it can be read in no other way. Two digits of a year are
 * of this century: the programme began in 2018 (QĐ 490/QĐ-TTg).
 */
export function readDay(text: string): DayReading {
  const words = text.toLowerCase().replace(/\s+/gu, ' ').trim()
  const iso = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(words)
  if (iso !== null) return dayOf(iso[0], { year: iso[1], month: iso[2], day: iso[3] })
  const spoken = /(\d{1,2}) ?tháng ?(\d{1,2}),? ?năm ?(\d{4}|\d{2})(?!\d)/u.exec(words)
  if (spoken !== null) return dayOf(spoken[0], { day: spoken[1], month: spoken[2], year: spoken[3] })
  const written = /(?<![\d/.-])(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})(?![\d/])/.exec(words)
  if (written !== null) return dayOf(written[0], { day: written[1], month: written[3], year: written[4] })
  const month = /(?<![\d/.-])(?:tháng )?(\d{1,2}) ?[/.-] ?(\d{4})(?![\d/])/.exec(words)
  if (month !== null && Number(month[1]) >= 1 && Number(month[1]) <= 12)
    return { kind: 'month', year: Number(month[2]), month: Number(month[1]) }
  const year = /^(?:năm )?(20\d{2})$/.exec(words)
  return year === null ? { kind: 'none' } : { kind: 'year', year: Number(year[1]) }
}

type Parts = { readonly day?: string; readonly month?: string; readonly year?: string }

function dayOf(
  text: string,
  { day = '', month = '', year = '' }: { [Key in keyof Parts]: Parts[Key] | undefined },
): DayReading {
  const full = year.length === 2 ? `20${year}` : year
  const iso = (of: string, in_: string) => `${full}-${in_.padStart(2, '0')}-${of.padStart(2, '0')}`
  const asWritten = iso(day, month)
  if (isIsoDate(asWritten)) return { kind: 'day', iso: asWritten, how: year.length === 2 ? 'two-digit-year' : 'plain' }
  const turned = iso(month, day)
  return isIsoDate(turned) ? { kind: 'day', iso: turned, how: 'month-first' } : { kind: 'wrong', text }
}
