import type { OpinionAnswer } from '../../../shared/domain/opinions/conclude.ts'

/** What a key means in the grid: digits as on the form's boxes from the top, letters as the summary prints them. */
export function answerOfKey(key: string): OpinionAnswer | undefined {
  return keys[key.toLowerCase()]
}

const keys: Readonly<Record<string, OpinionAnswer>> = {
  '1': 'agree',
  đ: 'agree',
  d: 'agree',
  '2': 'differ',
  k: 'differ',
  '3': 'meet',
  h: 'meet',
  '0': 'recused',
  '-': 'recused',
}

export type Seat = { readonly row: number; readonly column: number }
export type Way = 'member' | 'product'

/** The seat after an answer: down a member's form, then the next member's; or across a product, then the next. */
export function seatAfter(
  { row, column }: Seat,
  way: Way,
  size: { readonly rows: number; readonly columns: number },
): Seat {
  const { rows, columns } = size
  if (way === 'member') {
    if (row + 1 < rows) return { row: row + 1, column }
    return column + 1 < columns ? { row: 0, column: column + 1 } : { row, column }
  }
  if (column + 1 < columns) return { row, column: column + 1 }
  return row + 1 < rows ? { row: row + 1, column: 0 } : { row, column }
}

/** The seat that a key of movement leads to; undefined for any other key. */
export function seatByKey(
  key: string,
  { row, column }: Seat,
  size: { readonly rows: number; readonly columns: number },
): Seat | undefined {
  const steps: Readonly<Record<string, Seat>> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    Home: { row, column: 0 },
    End: { row, column: size.columns - 1 },
    PageUp: { row: 0, column },
    PageDown: { row: size.rows - 1, column },
  }
  const to = steps[key]
  if (to === undefined) return undefined
  const within = (value: number, count: number) => Math.min(Math.max(value, 0), count - 1)
  return { row: within(to.row, size.rows), column: within(to.column, size.columns) }
}
