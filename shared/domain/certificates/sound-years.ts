/**
 * The years of which a register can tell on a day, both inclusive: the programme began in Quảng Ninh in 2013, and what is decided
 * next year ends three years on. A list's slip (1924, 2042) is none of them: nothing is ordered or drawn by it.
 */
export function soundYears(day: string): { readonly first: number; readonly last: number } {
  return { first: 2013, last: Number(day.slice(0, 4)) + 4 }
}

export function isSoundYear(year: number, day: string): boolean {
  const { first, last } = soundYears(day)
  return first <= year && year <= last
}
