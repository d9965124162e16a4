import { memo, type ReactElement } from 'react'
import { copiedRows, type CopiedColumn, type CopiedRows } from './copied-rows.ts'
import { CopyCells } from './CopyTable.tsx'
import { Table, type Head, type TableProps } from './Table.tsx'
import classes from './Table.module.css'
import { useDrawnRows } from './use-drawn-rows.ts'

export type Column<Row> = Head &
  CopiedColumn<Row> & {
    /** Names the row for screen readers. */
    readonly isRowHead?: boolean
    /** Stands in the copied table alone: what a cell beside it says too, in a cell of its own. */
    readonly isOnlyCopied?: boolean
  }

type Props<Row> = TableProps & {
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row, place: number) => string | number
  readonly rowState?: (row: Row) => 'chosen' | 'faded' | 'sum' | undefined
  /** Offers it as cells: the rows that stand here, or all of them where the table shows a page; page by page where they are many. */
  readonly copies?: true | (() => Promise<readonly Row[]> | AsyncIterable<readonly Row[]>)
}

/** A table of rows of one kind. The cell that opens a row holds a link or a button, so that the keyboard reaches it. */
export function DataTable<Row>({ columns, rows, rowKey, rowState, copies, ...table }: Props<Row>) {
  const { body, edge, drawn, below } = useDrawnRows(rows)
  const all = (
    <Table
      heads={columns.filter(({ isOnlyCopied }) => isOnlyCopied !== true)}
      bodyRef={body}
      // With the row of heads, for who does not see that the others follow.
      aria-rowcount={below > 0 ? rows.length + 1 : undefined}
      foot={below > 0 && <div ref={edge} style={{ height: below }} />}
      {...table}
    >
      {drawn.map((row, place) => (
        <Row key={rowKey(row, place)} columns={columns} row={row} state={rowState?.(row)} />
      ))}
    </Table>
  )
  if (copies === undefined) return all
  return (
    <div>
      <CopyCells
        title={table.caption}
        table={() => pagesOf(columns, copies === true ? Promise.resolve(rows) : copies())}
        isCompact
      />
      {all}
    </div>
  )
}

type RowProps<Row> = {
  readonly columns: readonly Column<Row>[]
  readonly row: Row
  readonly state: string | undefined
}

/** Drawn anew where its row, its state or its columns are others. */
const Row = memo(function Row<Row>({ columns, row, state }: RowProps<Row>) {
  return (
    <tr data-state={state}>
      {columns.map(({ key, align, cell, isExtra, isRowHead, isOnlyCopied }) => {
        if (isOnlyCopied === true) return null
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
  )
}) as <Row>(props: RowProps<Row>) => ReactElement

/** Every page has the columns of the first: one that shows more than a text in some rows says its `text`. */
async function* pagesOf<Row>(
  columns: readonly CopiedColumn<Row>[],
  all: Promise<readonly Row[]> | AsyncIterable<readonly Row[]>,
): AsyncGenerator<CopiedRows> {
  let heads: string | null = null
  for await (const rows of Symbol.asyncIterator in all ? all : [all]) {
    const page = copiedRows(columns, rows)
    heads ??= page.heads.join()
    if (page.heads.join() !== heads) throw new Error(`columns of a page: ${page.heads.join()} after ${heads}`)
    yield page
  }
}
