/** Wall clock of this machine, `14:05:12`. */
export function clockTime(time: Date): string {
  return [time.getHours(), time.getMinutes(), time.getSeconds()].map(twoDigits).join(':')
}

/** ISO time → `21/10/2024 14:05` on this machine's clock. */
export function dateAndTime(iso: string): string {
  return dateAndClock(iso).slice(0, -3)
}

/** ISO time → `21/10/2024 14:05:12` on this machine's clock. */
export function dateAndClock(iso: string): string {
  const time = new Date(iso)
  const date = [twoDigits(time.getDate()), twoDigits(time.getMonth() + 1), time.getFullYear()].join('/')
  return `${date} ${clockTime(time)}`
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')
