/** What a number is shown as: a day, a share of a hundred, or with leading zeros up to that many digits. */
export type NumberLook = { readonly isDate: boolean; readonly isPercent: boolean; readonly digits: number }

export const plainLook: NumberLook = { isDate: false, isPercent: false, digits: 0 }

/** Formats of percents and days that a workbook need not spell out; 27–36 and 50–58 are East Asian days. */
const percents = [9, 10]
const days = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const

/** @param code the format as the workbook spells it; undefined for one that it need not spell out. */
export function numberLook(id: number, code: string | undefined): NumberLook {
  if (code === undefined) {
    const isDate = days.some(([first, last]) => id >= first && id <= last)
    return { ...plainLook, isDate, isPercent: percents.includes(id) }
  }
  const marks = marksOf(code)
  const digits = /^0+$/.test(marks) ? marks.length : 0
  return { isDate: /[ymdhs]/i.test(marks), isPercent: marks.includes('%'), digits }
}

/** The first section without what it prints as it stands: `0\ \đ\i\ể\m` is a plain number. */
function marksOf(code: string): string {
  return (code.replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/gsu, '').split(';')[0] ?? '').replace(/^general$/i, '').trim()
}
