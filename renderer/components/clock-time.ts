/** Wall clock of this machine, `14:05:12`. */
export const clockTime = (time: Date): string =>
  [time.getHours(), time.getMinutes(), time.getSeconds()].map(twoDigits).join(':')

/** ISO time → `21/10/2024 14:05` on this machine's clock. */
export const dateAndTime = (iso: string): string => dateAndClock(iso).slice(0, -3)

/** ISO time → `21/10/2024 14:05:12` on this machine's clock. */
export const dateAndClock = (iso: string): string => {
  const time = new Date(iso)
  const date = [twoDigits(time.getDate()), twoDigits(time.getMonth() + 1), time.getFullYear()].join('/')
  return `${date} ${clockTime(time)}`
}

/** Today on this machine's calendar as an ISO date. */
export const isoToday = (now: Date): string =>
  [now.getFullYear(), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())].join('-')

const twoDigits = (value: number): string => String(value).padStart(2, '0')
