/** A spreadsheet's name of a column: `AB` for 28. */
export function columnLetter(column: number): string {
  return column <= 0 ? '' : columnLetter(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26))
}
