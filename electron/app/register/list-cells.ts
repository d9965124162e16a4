import { columnLetter } from '../../../shared/domain/column-letter.ts'
import type { RegisterField, RegisterList } from '../../../shared/domain/register/register-list.ts'

type CellOf = (row: number, ...fields: readonly RegisterField[]) => string

/** The cell of a row in the first of those columns that the list has. */
export function cellsOf({ columns }: RegisterList): CellOf {
  const letters = new Map(columns.map(({ field, letter }) => [field, letter]))
  return (row, ...fields) => {
    const letter = fields.map((field) => letters.get(field)).find((one) => one !== undefined)
    return `${letter ?? letters.get('product') ?? columnLetter(1)}${row}`
  }
}

/** The cells that say a decision, its day first. */
export const decisionCells = ['decisionDate', 'decision', 'decisionDate1', 'decisionDate2', 'decisionNumber'] as const
