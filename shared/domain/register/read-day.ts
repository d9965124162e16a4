import { isIsoDate } from '../calendar/iso-date.ts'
import { stripMarks } from '../vietnamese/fold.ts'

/**
 * What a text says of a day. `wrong`: no such day; `year`, `quarter`, `month`: all that it says; `term`: how long something
 * lasts. `rest`: what else stands in the text beside the day, without the words by which a day is introduced.
 */
export type DayReading =
  | {
      readonly kind: 'day'
      readonly iso: string
      readonly how: 'plain' | 'two-digit-year' | 'month-first' | 'no-signs'
      readonly rest: string
    }
  | { readonly kind: 'month'; readonly year: number; readonly month: number }
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: number }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'term'; readonly months: number }
  | { readonly kind: 'wrong'; readonly text: string }
  | { readonly kind: 'none' }

/**
 * The day that a text of an office's list names: `30/12/2019`, `30-12-19`, `ngày 30 tháng 12 năm 2019`, `2019-12-30`,
 * `2019/12/30`, `30/12/’19`, `30-Dec-19`, `20191230`. Day before month, as Vietnam writes; month before day only where it can be read in no other way.
 * Two digits of a year are of this century: the programme began in 2018 (QĐ 490/QĐ-TTg).
 */
export function readDay(text: string): DayReading {
  const words = wordsOf(text)
  const found = matchDay(words)
  if (found !== null) {
    const { reading, start, end } = found
    if (reading.kind !== 'day') return reading
    return { ...reading, rest: restOf(`${words.slice(0, start)} ${words.slice(end)}`) }
  }
  return readLess(words)
}

/** Every day that a text names, ISO, in their order, none twice: `05/06/2024 và 05/07/2025`, `15/06/2024-15/06/2027`. */
export function findDays(text: string): readonly string[] {
  const days = new Set<string>()
  let words = wordsOf(text)
  for (let found = matchDay(words); found !== null; found = matchDay(words)) {
    if (found.reading.kind === 'day') days.add(found.reading.iso)
    words = words.slice(found.end).replace(/^[^\p{L}\p{N}]+/u, '')
  }
  return [...days]
}

/** Two signs between figures are one that was struck twice; an apostrophe stands for the century. */
const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(?<=\d ?)([/.-])\1+(?= ?\d)/gu, '$1')
    .replace(/(?<=\d ?[/.-] ?)['‘’ʼ´`](?=\d{2}(?!\d))/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()

/**
 * The two figures before the year of a day that is written in figures, in whatever stands around it: `06/05/2024 00:00:00`,
 * `(06/05/2024)`; null for a day with its year first or its month in words.
 */
export function figuresOfDay(text: string): readonly [first: number, second: number] | null {
  const found = inFigures.exec(wordsOf(text))
  return found === null ? null : [Number(found[1]), Number(found[3])]
}

const inFigures = /(?<![\d/.-])(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})(?![\d/])/

type MatchedDay = {
  readonly reading: Omit<Extract<DayReading, { kind: 'day' }>, 'rest'> | Extract<DayReading, { kind: 'wrong' }>
  readonly start: number
  readonly end: number
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const namedMonth = new RegExp(`(?<!\\d)(\\d{1,2})[ /.-]?(${months.join('|')})[a-z]*\\.?[ ,/.-]*(\\d{4}|\\d{2})(?!\\d)`)

function matchDay(words: string): MatchedDay | null {
  const at = (match: RegExpExecArray, reading: MatchedDay['reading']): MatchedDay => ({
    reading,
    start: match.index,
    end: match.index + match[0].length,
  })
  const iso =
    /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)|(?<![\d/.-])(\d{4}) ?([/.]) ?(\d{1,2}) ?\5 ?(\d{1,2})(?![\d/])/.exec(
      words,
    )
  if (iso !== null)
    return at(iso, dayOf(iso[0], { year: iso[1] ?? iso[4], month: iso[2] ?? iso[6], day: iso[3] ?? iso[7] }))
  const spoken = /(\d{1,2}) ?tháng ?(\d{1,2}),? ?năm ?(\d{4}|\d{2})(?!\d)/u.exec(words)
  if (spoken !== null) return at(spoken, dayOf(spoken[0], { day: spoken[1], month: spoken[2], year: spoken[3] }))
  const written = inFigures.exec(words)
  if (written !== null) return at(written, dayOf(written[0], { day: written[1], month: written[3], year: written[4] }))
  const named = namedMonth.exec(words)
  if (named !== null) {
    const month = String(months.indexOf(named[2] ?? '') + 1)
    return at(named, dayOf(named[0], { day: named[1], month, year: named[3] }))
  }
  const digits = /(?<![\p{L}\d/.-])(\d{8})(?![\p{L}\d/.-])/u.exec(words)
  if (digits === null) return null
  const day = dayOfDigits(digits[1] ?? '')
  return day === null ? null : at(digits, { kind: 'day', iso: day, how: 'no-signs' })
}

/** `20240605`, or `05062024` where it is no year that comes first. */
function dayOfDigits(digits: string): string | null {
  const yearFirst = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
  const dayFirst = `${digits.slice(4)}-${digits.slice(2, 4)}-${digits.slice(0, 2)}`
  return [yearFirst, dayFirst].find((day) => day.startsWith('20') && isIsoDate(day)) ?? null
}

/** What says less than a day. */
function readLess(words: string): DayReading {
  const quarter = /^q(?:uy)?\.? ?([1-4]|i{1,3}|iv)(?:,| )*(?:nam|[/.-])? ?(20\d{2})$/.exec(stripMarks(words))
  if (quarter !== null) {
    const named = ['i', 'ii', 'iii', 'iv'].indexOf(quarter[1] ?? '') + 1
    return { kind: 'quarter', year: Number(quarter[2]), quarter: named === 0 ? Number(quarter[1]) : named }
  }
  const month = /(?<![\p{L}\d/.-])(?:t(?:háng)?\.? ?)?(\d{1,2}) ?(?:[/.-]| năm ) ?(\d{4})(?![\d/])/u.exec(words)
  if (month !== null && Number(month[1]) >= 1 && Number(month[1]) <= 12)
    return { kind: 'month', year: Number(month[2]), month: Number(month[1]) }
  const term = /^(?:thoi han |co gia tri |trong )*\(?(\d{1,3}) ?(?:\([^)]*\) ?)?(thang|nam)(?![\p{L}\d])(?! ?\d)/u.exec(
    stripMarks(words),
  )
  if (term !== null) return { kind: 'term', months: Number(term[1]) * (term[2] === 'nam' ? 12 : 1) }
  const year = /^(?:năm )?(20\d{2})$/.exec(words)
  return year === null ? { kind: 'none' } : { kind: 'year', year: Number(year[1]) }
}

/** Words that introduce a day and a time of day say nothing beside it. */
function restOf(beside: string): string {
  return beside
    .replace(/\d{1,2}:\d{2}(?::\d{2})?/g, '')
    .replace(/(?<!\p{L})(?:ngày|ký|ban hành|từ|đến|hết|kể|cấp|công nhận|năm|tháng)(?!\p{L})/gu, '')
    .replace(/[\s,;:.()]+/gu, ' ')
    .trim()
}

type Parts = { readonly day?: string; readonly month?: string; readonly year?: string }

function dayOf(
  text: string,
  { day = '', month = '', year = '' }: { [Key in keyof Parts]: Parts[Key] | undefined },
): MatchedDay['reading'] {
  const full = year.length === 2 ? `20${year}` : year
  const iso = (of: string, in_: string) => `${full}-${in_.padStart(2, '0')}-${of.padStart(2, '0')}`
  const asWritten = iso(day, month)
  if (isIsoDate(asWritten)) return { kind: 'day', iso: asWritten, how: year.length === 2 ? 'two-digit-year' : 'plain' }
  const turned = iso(month, day)
  return isIsoDate(turned) ? { kind: 'day', iso: turned, how: 'month-first' } : { kind: 'wrong', text }
}
