import { columnLetter } from '../../../shared/domain/column-letter.ts'

/** 1-based, all inclusive. */
export type CellArea = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

/** 1-based column of letters; 0 for none. */
export function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)
}

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
