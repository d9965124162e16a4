import type { ReactNode } from 'react'
import classes from './DataTable.module.css'
import { useOverflow } from './use-overflow.ts'

export type Column<Row> = {
  readonly key: string
  readonly head: ReactNode
  /** CSS width; columns without one share the rest. */
  readonly width?: string
  readonly align?: 'start' | 'end' | 'center'
  readonly cell: (row: Row) => ReactNode
  /** Leaves the column out on narrow windows. */
  readonly isExtra?: boolean
}

/**
 * A plain table of fixed column widths and tabular figures. The cell that opens a row holds a link or a button, so
 * that the keyboard reaches it.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  rowState,
  minWidth = '640px',
}: {
  /** For screen readers: what the rows are. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string | number
  rowState?: (row: Row) => 'chosen' | 'faded' | undefined
  minWidth?: string
}) {
  // With nothing in it to go to, the keyboard could not reach what lies beyond the edge.
  const { ref, isOverflowing } = useOverflow()
  return (
    <div
      ref={ref}
      className={classes.scroll}
      {...(isOverflowing && { role: 'region', 'aria-label': caption, tabIndex: 0 })}
    >
      <table className={classes.table} style={{ minWidth }}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, head, width, align, isExtra }) => (
              <th
                key={key}
                scope="col"
                style={{ width }}
                data-align={align}
                className={isExtra ? classes.extra : undefined}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} data-state={rowState?.(row)}>
              {columns.map(({ key, align, cell, isExtra }) => (
                <td key={key} data-align={align} className={isExtra ? classes.extra : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
