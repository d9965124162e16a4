/** A clock time as typed (`8:05`, `8h05`, `8 giờ 05`, `0805`, `8h`) or as a spreadsheet shows it (`08:05:00`) → `08:05`; empty text → empty; null for anything else. */
export function readClock(text: string): string | null {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/\s*giờ\s*/, 'h')
    .replace(/^(\d{1,2}:\d{2}):\d{2}$/, '$1')
  if (typed === '') return ''
  const match = /^(\d{1,2})\s*[:hg.]\s*(\d{2})?$/.exec(typed) ?? /^(\d{2})(\d{2})$/.exec(typed)
  if (match === null) return null
  const [, hour = '', minute = '00'] = match
  return Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : null
}
