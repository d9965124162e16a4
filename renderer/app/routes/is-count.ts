/** Whether a word of the address is a whole number above nought: an id, a year, a page. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0
}
