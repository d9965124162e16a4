import { findDays } from './read-day.ts'

/**
 * Every number of a decision in a text, as it is cited: `3075/QĐ-UBND`, also where it is spelt
 * `3.075/QĐ.UBND`; in their order, none twice. Words and date around
 * fall away.
 */
export function findDecisionNumbers(text: string): readonly string[] {
  return [...new Set([...matchNumbers(wellSpelt(text))].map(citeMatch))]
}

/** A decision that a text cites; `day`: the ISO day that stands with its number. */
export type CitedDecision = { readonly number: string; readonly day: string }

/**
 * Of several decisions that a text cites those with a day, the latest first, each with its day behind its number or each with it
 * in front: `3163/QĐ-UBND ngày 30/12/2019; 22/QĐ-UBND ngày 06/5/2023`. None for a text that cites less than two.
 */
export function datedDecisions(text: string): readonly CitedDecision[] {
  const spelt = wellSpelt(text)
  const found = [...matchNumbers(spelt)]
  const numbers = found.map(citeMatch)
  if (new Set(numbers).size < 2) return []
  const starts = [0, ...found.map(({ index }) => index), spelt.length]
  const parts = starts.slice(1).map((end, at) => findDays(spelt.slice(starts[at], end)))
  const [before = [], ...behind] = parts
  const days = before.length === 0 ? behind : behind.at(-1)?.length === 0 ? parts.slice(0, -1) : []
  const dated = numbers.flatMap((number, at) => (days[at]?.length === 1 ? [{ number, day: days[at][0] ?? '' }] : []))
  return dated.toSorted((a, b) => (a.day < b.day ? 1 : -1))
}

const wellSpelt = (text: string): string =>
  text
    .normalize('NFC')
    // Đ in TCVN3 and VNI, where nothing else of the cell tells its encoding.
    .replace(/Q[§Ñ](?=\s*[-–—.U])/gu, 'QĐ')

const matchNumbers = (spelt: string): Iterable<RegExpExecArray> =>
  spelt.matchAll(
    /(?<![\d/]|\d[.,])(\d{1,3}(?:\.\d{3})+[a-z]?|\d{1,6}[a-z]?)\s*\/\s*((?:\d{4}\s*\/\s*)?)((?:QĐ|QD|NQ|TB|CV)(?:\s*[-–—.]?\s*UBND)?(?:\s*[-–—]\s*\p{L}[\p{L}\d]*)*)(?![\p{L}\d])/giu,
  )

const citeMatch = ([, number = '', year = '', symbol = '']: RegExpExecArray): string => cite(number, year, symbol)

function cite(number: string, year: string, symbol: string): string {
  return `${number.replaceAll('.', '')}/${year.replace(/\s/g, '')}${symbol
    .replace(/\s*[-–—]\s*/gu, '-')
    .toLocaleUpperCase('vi')
    .replace(/^(\p{L}{2})[\s.]*UBND/u, '$1-UBND')
    .replace(/^QD/, 'QĐ')}`
}

/** The year in a decision's number, `123/2020/QĐ-UBND`; null where it has none. */
export function yearOfDecisionNumber(number: string): number | null {
  const year = /^\d+[a-z]?\/(\d{4})\//iu.exec(number)?.[1]
  return year === undefined ? null : Number(year)
}
