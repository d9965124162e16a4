/** A spreadsheet's name of a column: `AB` for 28. */
export function columnLetter(column: number): string {
  if (column <= 0) return ''
  return (letters[column] ??=
    columnLetter(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26)))
}

/** Each cell of a list asks for its own. */
const letters: string[] = []
