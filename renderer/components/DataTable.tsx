import type { ReactNode } from 'react'
import { Table, type Head, type TableProps } from './Table.tsx'
import classes from './Table.module.css'

export type Column<Row> = Head & {
  readonly cell: (row: Row) => ReactNode
  /** Names the row for screen readers. */
  readonly isRowHead?: boolean
}

type Props<Row> = TableProps & {
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row, place: number) => string | number
  readonly rowState?: (row: Row) => 'chosen' | 'faded' | 'sum' | undefined
}

/** A table of rows of one kind. The cell that opens a row holds a link or a button, so that the keyboard reaches it. */
export function DataTable<Row>({ columns, rows, rowKey, rowState, ...table }: Props<Row>) {
  return (
    <Table heads={columns} {...table}>
      {rows.map((row, place) => (
        <tr key={rowKey(row, place)} data-state={rowState?.(row)}>
          {columns.map(({ key, align, cell, isExtra, isRowHead }) => {
            const Cell = isRowHead ? 'th' : 'td'
            return (
              <Cell
                key={key}
                scope={isRowHead ? 'row' : undefined}
                data-align={align}
                className={isExtra ? classes.extra : undefined}
              >
                {cell(row)}
              </Cell>
            )
          })}
        </tr>
      ))}
    </Table>
  )
}
