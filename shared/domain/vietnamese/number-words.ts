/** Regional choices that are equally right; offices differ. */
export type NumberWordStyle = {
  /** The word for an empty ten: 105 = một trăm linh năm | một trăm lẻ năm. */
  readonly emptyTen: 'linh' | 'lẻ'
  readonly thousand: 'nghìn' | 'ngàn'
}

const northern: NumberWordStyle = { emptyTen: 'linh', thousand: 'nghìn' }

/**
 * A number in Vietnamese words: 21 → hai mươi mốt, 1005 → một nghìn không trăm linh năm, `87,5` → tám mươi bảy phẩy năm.
 * Decimals are read as a number of their own, zeros before it one by one, zeros at the end not at all.
 * @param value An integer, or text with a decimal comma as shown to people; size at most 10^15.
 * @throws RangeError for anything else.
 */
export function numberWords({ value, style = northern }: { value: number | string; style?: NumberWordStyle }): string {
  const match = /^(-?)(\d+)(?:,(\d+))?$/.exec(String(value))
  const integer = Number(match?.[2])
  if (match === null || integer > 1e15) throw new RangeError(`Not a number that can be put in words: ${value}`)
  const decimals = (match[3] ?? '').replace(/0+$/, '')
  return [
    match[1] === '-' ? 'âm ' : '',
    readInteger(integer, style),
    decimals === '' ? '' : ` phẩy ${readDecimals(decimals, style)}`,
  ].join('')
}

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const

const readInteger = (number: number, style: NumberWordStyle): string =>
  number === 0 ? 'không' : readGroups({ number, style, follows: false }).join(' ')

type ReadGroupsInput = {
  number: number
  style: NumberWordStyle
  /** A higher group was read before: hundreds and tens are named even where empty. */
  follows: boolean
}

/** Billions are read as a number of their own, so 10^12 is một nghìn tỷ and 10^15 một triệu tỷ. */
function readGroups({ number, style, follows }: ReadGroupsInput): readonly string[] {
  const unit = units(style).find(({ size }) => number >= size)
  if (unit === undefined) return number === 0 ? [] : readHundreds({ number, style, follows })
  const rest = number % unit.size
  const count = (number - rest) / unit.size
  return [
    ...readGroups({ number: count, style, follows }),
    unit.word,
    ...readGroups({ number: rest, style, follows: true }),
  ]
}

const units = (style: NumberWordStyle) => [
  { size: 1e9, word: 'tỷ' },
  { size: 1e6, word: 'triệu' },
  { size: 1e3, word: style.thousand },
]

type ReadHundredsInput = {
  number: number
  style: NumberWordStyle
  follows: boolean
}

/** 1–999. */
function readHundreds({ number, style, follows }: ReadHundredsInput): readonly string[] {
  const unit = number % 10
  const ten = ((number - unit) / 10) % 10
  const hundred = (number - ten * 10 - unit) / 100
  const namesHundred = hundred > 0 || follows
  return [
    ...(namesHundred ? [digit(hundred), 'trăm'] : []),
    ...(ten === 0 && unit > 0 && namesHundred ? [style.emptyTen] : []),
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

function readDecimals(decimals: string, style: NumberWordStyle): string {
  const significant = decimals.replace(/^0+/, '')
  const zeros = Array.from({ length: decimals.length - significant.length }, () => digit(0))
  return [...zeros, readInteger(Number(significant), style)].join(' ')
}

const digit = (value: number): string => digits[value] ?? ''
