/** What a person reads of a paper, in reading order: no columns, no page breaks, one space between words. */
export type Paper = {
  /** `minutes.pdf, district-2024 numbered` */
  readonly name: string
  readonly text: string
  /** `page 3, line 12` of what stands at that place of the text. */
  readonly placeAt: (offset: number) => string
}

export type PaperLine = { readonly place: string; readonly text: string }

export function paperOf(name: string, lines: readonly PaperLine[]): Paper {
  const starts: { readonly offset: number; readonly place: string }[] = []
  let text = ''
  for (const line of lines) {
    const plain = plainText(line.text)
    if (plain === '') continue
    starts.push({ offset: text.length, place: line.place })
    text += `${plain} `
  }
  const placeAt = (offset: number) => starts.findLast((start) => start.offset <= offset)?.place ?? 'the beginning'
  return { name, text, placeAt }
}

/** One form of Unicode, plain spaces and hyphens. */
export function plainText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replaceAll('\u2011', '-')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A number as it is printed, and where. */
export type PrintedNumber = { readonly text: string; readonly from: number; readonly to: number }

/**
 * Every number that stands on a paper: figures, with the words in brackets behind them (`09 (chín)`), numbers of annexes,
 * and the stars of a form's options.
 */
export function numbersOf(text: string): readonly PrintedNumber[] {
  return [...text.matchAll(anyNumber)].map(({ 0: found, index }) => ({
    text: found,
    from: index,
    to: index + found.length,
  }))
}

const numberWord = '(?:không|một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|mươi|mốt|linh|trăm|nghìn)'
const anyNumber = new RegExp(
  `\\d+(?:[.,]\\d+)*(?: \\(${numberWord}(?: ${numberWord})*\\))?|(?<=(?:Phụ lục|PHỤ LỤC) )[IVX]+(?![\\p{L}])|\\*{3,5}`,
  'gu',
)
