/**
 * A whole number in Vietnamese words: 21 → hai mươi mốt, 1005 → một nghìn không trăm linh năm ("linh" and "nghìn",
 * where some offices say "lẻ" and "ngàn").
 * @throws RangeError for less than 0, more than 10^15, or what is no whole number.
 */
export function numberWords(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 1e15) throw new RangeError(`No words for the number ${value}`)
  return value === 0 ? digit(0) : readGroups(value, false).join(' ')
}

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const

/**
 * Billions are read as a number of their own, so 10^12 is một nghìn tỷ and 10^15 một triệu tỷ.
 * @param follows a higher group was read before: hundreds and tens are named even where empty.
 */
function readGroups(number: number, follows: boolean): readonly string[] {
  const unit = units.find(({ size }) => number >= size)
  if (unit === undefined) return number === 0 ? [] : readHundreds(number, follows)
  const rest = number % unit.size
  const count = (number - rest) / unit.size
  return [...readGroups(count, follows), unit.word, ...readGroups(rest, true)]
}

const units = [
  { size: 1e9, word: 'tỷ' },
  { size: 1e6, word: 'triệu' },
  { size: 1e3, word: 'nghìn' },
]

/** 1–999. */
function readHundreds(number: number, follows: boolean): readonly string[] {
  const unit = number % 10
  const ten = ((number - unit) / 10) % 10
  const hundred = (number - ten * 10 - unit) / 100
  const namesHundred = hundred > 0 || follows
  return [
    ...(namesHundred ? [digit(hundred), 'trăm'] : []),
    ...(ten === 0 && unit > 0 && namesHundred ? ['linh'] : []),
    ...(ten === 1 ? ['mười'] : []),
    ...(ten > 1 ? [digit(ten), 'mươi'] : []),
    ...(unit > 0 ? [unitWord({ unit, ten })] : []),
  ]
}

function unitWord({ unit, ten }: { unit: number; ten: number }): string {
  if (unit === 1 && ten > 1) return 'mốt'
  if (unit === 4 && ten > 1) return 'tư'
  if (unit === 5 && ten > 0) return 'lăm'
  return digit(unit)
}

const digit = (value: number): string => digits[value] ?? ''
