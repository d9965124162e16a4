/** A whole number as Vietnamese documents write it: `20.000`. */
export function wholeNumber(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '.')
}
