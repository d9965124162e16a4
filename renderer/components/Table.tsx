import type { ReactNode, Ref } from 'react'
import classes from './Table.module.css'
import { useOverflow } from './use-overflow.ts'

export type Head = {
  readonly key: string
  readonly head: ReactNode
  /** CSS width; columns without one share the rest. */
  readonly width?: string
  readonly align?: 'start' | 'end' | 'center'
  /** Leaves the column out on narrow windows. */
  readonly isExtra?: boolean
  /** That the rows stand in its order. */
  readonly sort?: 'ascending' | 'descending' | undefined
}

export type TableProps = {
  /** For screen readers: what the rows are. */
  readonly caption: string
  readonly minWidth?: string
  /** Of what stands in the table's place at most: beyond it the rows scroll under their heads. */
  readonly maxHeight?: string
  /** Close lines, for a table among other things. */
  readonly isDense?: boolean
  readonly className?: string | undefined
  readonly bodyRef?: Ref<HTMLTableSectionElement>
  /** Below the rows, and scrolled with them. */
  readonly foot?: ReactNode
  /** Where not all rows stand there. */
  readonly 'aria-rowcount'?: number | undefined
  readonly 'data-testid'?: string
}

/** The frame of a table: fixed column widths, tabular figures, and a way to what lies beyond its edge. */
export function Table({
  caption,
  heads,
  isDense = false,
  minWidth = isDense ? '0' : '640px',
  maxHeight,
  className = '',
  bodyRef,
  foot,
  children,
  ...rest
}: TableProps & { readonly heads: readonly Head[]; readonly children: ReactNode }) {
  // With nothing in it to go to, the keyboard could not reach what lies beyond the edge.
  const { ref, isOverflowing } = useOverflow()
  return (
    <div
      ref={ref}
      className={classes.scroll}
      style={{ maxHeight }}
      data-limited={maxHeight !== undefined || undefined}
      {...(isOverflowing && { role: 'region', 'aria-label': caption, tabIndex: 0 })}
    >
      <table
        className={`${classes.table} ${className}`}
        style={{ minWidth }}
        data-dense={isDense || undefined}
        {...rest}
      >
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {heads.map(({ key, head, width, align, isExtra, sort }) => (
              <th
                key={key}
                scope="col"
                aria-sort={sort}
                style={{ width }}
                data-align={align}
                className={isExtra ? classes.extra : undefined}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={bodyRef}>{children}</tbody>
      </table>
      {foot}
    </div>
  )
}
