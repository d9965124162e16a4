export type RowKey<Row> = (row: Row, place: number) => string | number

/**
 * What a table draws at once where `rows` take the place of `before`, so that a key in a list's field waits for what it
 * shows and not for what lies below the edge: so many as are in sight, and those that stood there already. The others follow.
 * A list that loses a row keeps its length so, and whoever has scrolled it stays at the same place.
 */
export function rowsAtFirst<Row>(
  {
    rows,
    before,
    inSight,
  }: { readonly rows: readonly Row[]; readonly before: readonly Row[]; readonly inSight: number },
  rowKey: RowKey<Row>,
): readonly Row[] {
  const stood = new Set(before.map(rowKey))
  return rows.filter((row, place) => place < inSight || stood.has(rowKey(row, place)))
}
