import { columnLetter } from '../../../shared/domain/column-letter.ts'

/** 1-based, all inclusive. */
export type CellArea = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

/** 1-based column of the letters that an address begins with; 0 for none. */
export function columnNumber(address: string): number {
  let column = 0
  for (let at = 0; at < address.length; at += 1) {
    const place = (address.charCodeAt(at) & ~capital) - 64
    if (place < 1 || place > 26) break
    column = column * 26 + place
  }
  return column
}

/** What a small letter has and its capital has not. */
const capital = 32

/** `B7` for row 7, column 2. */
export function writeAddress(row: number, column: number): string {
  return `${columnLetter(column)}${row}`
}

/** `B7:C9`. */
export function writeArea({ top, left, bottom, right }: CellArea): string {
  return `${writeAddress(top, left)}:${writeAddress(bottom, right)}`
}

/** `A1`, `$A$1` or `A1:C2` as an area; null for anything else, such as whole columns. */
export function readArea(range: string): CellArea | null {
  const [, left, top, right = left, bottom = top] =
    /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(range) ?? []
  if (left === undefined || right === undefined) return null
  return { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) }
}
