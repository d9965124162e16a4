/** Where a formula's references move when rows are put into a sheet. */
export type RowInsertion = {
  /** Rows from this one on move down. */
  readonly at: number
  /** First row of the list that grows: a range over its rows down to the last grows with it. */
  readonly listFrom: number
  readonly count: number
  /** The sheet that grows. */
  readonly sheet: string
}

type ShiftFormulaInput = {
  formula: string
  home: string
  insertion: RowInsertion
}

/**
 * A formula after rows were put in at the end of a list: references to the growing sheet from that row on move down, a
 * range that ends with the list or goes beyond it grows. Texts in quotes and references to other sheets stay.
 * @param home the sheet on which the formula stands.
 */
export function shiftFormula({ formula, home, insertion }: ShiftFormulaInput): string {
  return mapReferences(formula, ({ sheet, text }) =>
    (sheet ?? home) === insertion.sheet ? shiftReference({ text, insertion }) : text,
  )
}

function shiftReference({
  text,
  insertion: { at, listFrom, count },
}: {
  text: string
  insertion: RowInsertion
}): string {
  const rows = [...text.matchAll(rowNumber)].map(([, , row]) => Number(row))
  const [first = 0, last = 0] = rows
  const isOverList = rows.length === 2 && first >= listFrom && last === at - 1
  let place = 0
  return text.replace(rowNumber, (_match, before: string, row: string) => {
    place += 1
    const moves = Number(row) >= at || (isOverList && place === 2)
    return `${before}${moves ? Number(row) + count : row}`
  })
}

/** A row's formula as its copy in another row has it: relative rows move along, those with `$` stay. */
export function copyFormula(formula: string, rows: number): string {
  return mapReferences(formula, ({ text }) =>
    text.replace(rowNumber, (match, before: string, row: string) =>
      before.endsWith('$') ? match : `${before}${Number(row) + rows}`,
    ),
  )
}

/** The row part of each cell of a reference: `$A$5:B6`, `5:6`. */
const rowNumber = /(\$?[A-Z]{0,3}\$?)(\d+)/gi

/** A text in quotes, or a reference with the sheet that it names; a name such as `LOG10(` is neither. */
const references =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?\d+:\$?\d+)(?![\p{L}\p{N}_.(])/giu

const mapReferences = (
  formula: string,
  change: (reference: { readonly sheet: string | null; readonly text: string }) => string,
): string =>
  formula.replace(references, (match: string, prefix: string | undefined, text: string | undefined, offset: number) => {
    if (text === undefined || /[\p{L}\p{N}_.]/u.test(formula[offset - 1] ?? '')) return match
    const sheet = prefix === undefined ? null : prefix.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'")
    return `${prefix ?? ''}${change({ sheet, text })}`
  })
