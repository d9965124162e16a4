import type { Head } from './nd30/head.ts'

/**
 * A number and a date are given to a document after it is signed (Decree 30/2020/NĐ-CP, Điều 15 khoản 2), so they are
 * printed as room to write in. No-break spaces: the layout keeps them and does not break a line there.
 */
const blank = (width: number): string => '\u00a0'.repeat(width)

/** `Số:      /QĐ-UBND` */
export function blankNumber(symbol: string): string {
  return `Số:${blank(10)}/${symbol}`
}

/** `số      /QĐ-UBND` inside a sentence. */
export function blankNumberInText(symbol: string): string {
  return `số${blank(10)}/${symbol}`
}

/** `ngày      tháng      năm      ` */
export function blankDate(): string {
  return `ngày${blank(8)}tháng${blank(8)}năm${blank(10)}`
}

type BlankHeadInput = Pick<Head, 'superiorBody' | 'issuingBody'> & { readonly symbol: string; readonly seat: string }

/** The head of a paper that is not issued yet: number and date are left to write in. */
export function blankHead({ superiorBody, issuingBody, symbol, seat }: BlankHeadInput): Head {
  return { superiorBody, issuingBody, number: blankNumber(symbol), placeAndDate: `${seat}, ${blankDate()}` }
}
