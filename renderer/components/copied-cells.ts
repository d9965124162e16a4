/** A cell of a copied table; null is an empty one. Figures are written as a Vietnamese Excel reads them. */
export type CopiedCell = string | number | null

/**
 * A table as spreadsheets take it from the clipboard: as cells of text and as a table of HTML, whose texts stay texts, so
 * that codes keep their zeros and no date changes.
 */
export function copiedCells(rows: readonly (readonly CopiedCell[])[]): {
  readonly text: string
  readonly html: string
} {
  return {
    text: rows.map((cells) => cells.map(textOf).join('\t')).join('\r\n'),
    html: `<table>${rows.map((cells) => `<tr>${cells.map(htmlOf).join('')}</tr>`).join('')}</table>`,
  }
}

function textOf(cell: CopiedCell): string {
  if (typeof cell !== 'string') return figureOf(cell)
  // Excel would calculate what another office's list says there.
  const safe = /^[=+\-@]./u.test(cell) ? `'${cell}` : cell
  return /[\t\r\n"]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function htmlOf(cell: CopiedCell): string {
  if (typeof cell !== 'string') return `<td>${figureOf(cell)}</td>`
  const text = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(/\r?\n/g, '<br>')
  // A number format of Excel's own: text.
  return `<td style="mso-number-format:'\\@'">${text}</td>`
}

const figureOf = (cell: number | null): string => (cell === null ? '' : String(cell).replace('.', ','))
