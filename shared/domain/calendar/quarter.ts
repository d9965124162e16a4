/** The quarter of an ISO day, `2026-4`. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** The quarter so many after that one; before it where `count` is negative. */
export function quarterAfter(quarter: string, count: number): string {
  const [year = 0, place = 1] = quarter.split('-').map(Number)
  const all = year * 4 + place - 1 + count
  return `${Math.floor(all / 4)}-${(all % 4) + 1}`
}
