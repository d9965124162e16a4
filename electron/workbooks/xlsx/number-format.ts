/** What a format makes of a number: a day, a share of a hundred, or a code with zeros before it, up to `digits`. */
export type NumberLook = { readonly isDate: boolean; readonly isPercent: boolean; readonly digits: number }

/** The format of that number, as the workbook spells it out, or as every workbook means it. */
export function formatCode(id: number, spelt: ReadonlyMap<number, string>): string {
  return (
    spelt.get(id) ?? builtIn[id] ?? (eastAsianDays.some(([from, to]) => id >= from && id <= to) ? 'd/m/y' : 'General')
  )
}

export function numberLook(code: string): NumberLook {
  // The first section without what it prints as it stands: `0\ \đ\i\ể\m` is a plain number.
  const marks = (code.replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/gsu, '').split(';')[0] ?? '').trim()
  return {
    isDate: /[ymdhs]/i.test(marks),
    isPercent: marks.includes('%'),
    digits: /^0+$/.test(marks) ? marks.length : 0,
  }
}

/** The number of a format that needs no spelling out; undefined for any other. */
export function builtInFormat(code: string): number | undefined {
  const id = Object.entries(builtIn).find(([, known]) => known === code)?.[0]
  return id === undefined ? undefined : Number(id)
}

const builtIn: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  49: '@',
}

const eastAsianDays = [
  [27, 36],
  [50, 58],
] as const
