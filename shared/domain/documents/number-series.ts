import { fold } from '../vietnamese/fold.ts'

/** What is wrong with a number in its series: someone has it, or numbers before it were left out. */
export type NumberFault =
  | { readonly kind: 'taken' }
  /** Both inclusive. */
  | { readonly kind: 'gap'; readonly from: number; readonly to: number }

/**
 * What series a symbol is of, whatever its case, accents, width or dashes: `QĐ-UBND`, `qđ-ubnd` and `QD–UBND` are one.
 * `QĐ` and `QD` mean the same in a register, and a number given twice is found whichever was typed.
 */
function seriesOf(symbol: string): string {
  return fold(symbol.normalize('NFKC')).replace(/\p{Pd}/gu, '-')
}

/** The numbers of a symbol's series among those of a year. */
export function numbersInSeries(
  given: readonly { readonly number: number; readonly symbol: string }[],
  symbol: string,
): readonly number[] {
  const series = seriesOf(symbol)
  return given.flatMap((each) => (seriesOf(each.symbol) === series ? [each.number] : []))
}

type Dated = { readonly number: number; readonly symbol: string; readonly issuedOn: string }

/**
 * Whether numbers of a series, first to last, with one date stand out of the order of days: a lower number is younger, or a
 * higher one older. Numbers are given as papers are signed (Decree 30/2020/NĐ-CP, Điều 15 khoản 1).
 */
export function isOutOfDays(
  {
    symbol,
    first,
    last,
    issuedOn,
  }: Pick<Dated, 'symbol' | 'issuedOn'> & { readonly first: number; readonly last: number },
  given: readonly Dated[],
): boolean {
  const series = seriesOf(symbol)
  return given.some(
    (other) =>
      seriesOf(other.symbol) === series &&
      ((other.number < first && other.issuedOn > issuedOn) || (other.number > last && other.issuedOn < issuedOn)),
  )
}

/** Numbers run from 01 within a year and a symbol (Decree 30/2020/NĐ-CP, Điều 15 khoản 1). */
export function nextNumber(taken: readonly number[]): number {
  return Math.max(0, ...taken) + 1
}

/**
 * The fault of a number in its series, or null. An empty series may begin anywhere: an office does not always start
 * with this application on 1 January. A number that fills an earlier gap is right.
 */
export function checkNumber(number: number, taken: readonly number[]): NumberFault | null {
  if (taken.includes(number)) return { kind: 'taken' }
  const next = nextNumber(taken)
  return taken.length === 0 || number <= next ? null : { kind: 'gap', from: next, to: number - 1 }
}

/** The last `most` numbers between the first and the last that nobody has, ascending. */
export function unusedNumbers(taken: readonly number[], most: number): readonly number[] {
  const known = new Set(taken)
  const unused: number[] = []
  for (let number = Math.max(0, ...taken) - 1; number >= Math.min(...taken) && unused.length < most; number--) {
    if (!known.has(number)) unused.unshift(number)
  }
  return unused
}
