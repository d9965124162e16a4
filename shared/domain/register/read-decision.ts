/**
 * Every number of a decision in a text, as it is cited: `3075/QĐ-UBND`, also where it is spelt
 * `3.075/QĐ.UBND`; in their order, none twice. Words and date around
 * fall away.
 */
export function findDecisionNumbers(text: string): readonly string[] {
  const found = text
    .normalize('NFC')
    // Đ in TCVN3 and VNI, where nothing else of the cell tells its encoding.
    .replace(/Q[§Ñ](?=\s*[-–—.U])/gu, 'QĐ')
    .matchAll(
      /(?<![\d/]|\d[.,])(\d{1,3}(?:\.\d{3})+[a-z]?|\d{1,6}[a-z]?)\s*\/\s*((?:\d{4}\s*\/\s*)?)((?:QĐ|QD|NQ|TB|CV)(?:\s*[-–—.]?\s*UBND)?(?:\s*[-–—]\s*\p{L}[\p{L}\d]*)*)(?![\p{L}\d])/giu,
    )
  return [...new Set([...found].map(([, number = '', year = '', symbol = '']) => cite(number, year, symbol)))]
}

function cite(number: string, year: string, symbol: string): string {
  return `${number.replaceAll('.', '')}/${year.replace(/\s/g, '')}${symbol
    .replace(/\s*[-–—]\s*/gu, '-')
    .toLocaleUpperCase('vi')
    .replace(/^(\p{L}{2})[\s.]*UBND/u, '$1-UBND')
    .replace(/^QD/, 'QĐ')}`
}

/** The year in a decision's number, `123/2020/QĐ-UBND`; null where it has none. */
export function yearOfDecisionNumber(number: string): number | null {
  const year = /^\d+[a-z]?\/(\d{4})\//iu.exec(number)?.[1]
  return year === undefined ? null : Number(year)
}
