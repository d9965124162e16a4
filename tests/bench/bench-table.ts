import type { BenchRow } from './bench-row.ts'

const heads = ['measured', 'ours', 'against', 'ratio', 'aim', '']

/** The rows as lines of aligned columns; a row without a figure gives its reason instead. */
export function benchTable(rows: readonly BenchRow[]): string {
  const cells = rows.map((row) =>
    row.skipped === undefined
      ? [row.name, row.value, row.against, row.ratio === null ? '' : row.ratio.toFixed(2), row.aim, row.note ?? '']
      : [row.name, row.failed === true ? 'FAILED' : 'skipped', row.skipped, '', row.aim, ''],
  )
  const widths = heads.map((head, column) => Math.max(head.length, ...cells.map((row) => row[column]?.length ?? 0)))
  const rule = widths.map((width) => '-'.repeat(width))
  return [heads, rule, ...cells]
    .map((row) =>
      row
        .map((text, column) => (column === 3 ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
