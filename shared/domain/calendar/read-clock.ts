/**
 * A clock time as typed (`8:05`, `8h05`, `8 giờ 05`, `0805`, `8h`) or as a spreadsheet shows it (`08:05:00`, `5:30:00 CH`) →
 * `08:05`; empty text → empty; null for anything else.
 */
export function readClock(text: string): string | null {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/\s*giờ\s*/, 'h')
  if (typed === '') return ''
  const [, clock = '', half] = /^(.*?)\s*(sa|ch|am|pm)?$/.exec(typed) ?? []
  const plain = clock.replace(/^(\d{1,2}:\d{2}):\d{2}$/, '$1')
  const match = /^(\d{1,2})\s*[:hg.]\s*(\d{2})?$/.exec(plain) ?? /^(\d{2})(\d{2})$/.exec(plain)
  if (match === null) return null
  const [, hours = '', minute = '00'] = match
  const hour = half === undefined ? Number(hours) : ofHalf(Number(hours), half)
  return hour < 24 && Number(minute) < 60 ? `${`${hour}`.padStart(2, '0')}:${minute}` : null
}

/** `12 SA` is midnight, `12 CH` noon. An hour that no half of a day has is none. */
function ofHalf(hour: number, half: string): number {
  if (hour < 1 || hour > 12) return Number.NaN
  return (hour % 12) + (half === 'ch' || half === 'pm' ? 12 : 0)
}
