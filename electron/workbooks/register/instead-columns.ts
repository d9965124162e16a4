import { isBlankMark } from '../../../shared/domain/register/marks.ts'
import type { ListCell } from '../lists/list-sheet.ts'
import type { ListTable } from './list-table.ts'
import type { RowCells } from './row-cells.ts'

type InsteadInput = {
  /** The row's, by 1-based column. */
  readonly cells: ReadonlyMap<number, ListCell>
  readonly table: ListTable
}

/**
 * A row that leaves the results of the highest level blank, or those to which products were raised, with what it says instead: as
 * if it stood there.
 */
export function withInstead(row: RowCells, { cells, table }: InsteadInput): RowCells {
  for (const { columns } of table.times.instead) {
    if ([...columns.keys()].some((field) => says(row.byField.get(field)))) return row
    const said = [...columns].flatMap(([field, column]) => {
      const cell = cells.get(column)
      return says(cell) && cell !== undefined ? [[field, cell] as const] : []
    })
    if (said.length > 0) return { ...row, byField: new Map([...row.byField, ...said]) }
  }
  return row
}

const says = (cell: ListCell | undefined): boolean => cell !== undefined && !isBlankMark(cell.text)
