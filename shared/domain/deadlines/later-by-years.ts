/** The same days of another year, ISO dates; 29 February becomes the 28th where the year has none. */
export function laterByYears<Deadline extends { readonly before: string }>(
  deadlines: readonly Deadline[],
  years: number,
): readonly Deadline[] {
  return deadlines.map((deadline) => ({ ...deadline, before: laterDay(deadline.before, years) }))
}

function laterDay(date: string, years: number): string {
  const year = Number(date.slice(0, 4)) + years
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const day = date.endsWith('-02-29') && !isLeap ? '-02-28' : date.slice(4)
  return `${String(year).padStart(4, '0')}${day}`
}
