/**
 * The date that it was in Vietnam at a time (an ISO time counts with the offset that it was written with): UTC+7 all
 * year. Not the UTC day, which is yesterday's until 07:00, and on 1 January last year's.
 */
export function vietnamDay(time: Date | string): string {
  return vietnamTime(time).slice(0, 10)
}

/** As `vietnamDay`, with Vietnam's wall clock: `2026-11-21T00:05:12.000`, without an offset. */
export function vietnamTime(time: Date | string): string {
  return new Date(new Date(time).getTime() + sevenHours).toISOString().slice(0, -1)
}

/** The same for the name of a file, `2026-11-21 00.05.12`: no name on Windows has a colon. */
export function vietnamTimeInName(time: Date | string): string {
  return vietnamTime(time).slice(0, 19).replace('T', ' ').replaceAll(':', '.')
}

/** The date of a day that a library keeps as its midnight in UTC, as spreadsheets' dates are read. */
export function utcDay(midnight: Date): string {
  return midnight.toISOString().slice(0, 10)
}

const sevenHours = 7 * 60 * 60 * 1000
