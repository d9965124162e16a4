import { remembering } from '../remembering.ts'
import { stripMarks } from '../vietnamese/fold.ts'
import { oneTonePlace } from '../vietnamese/tone-place.ts'

/** How lists shorten what a producer is, by the letters and what they stand for, both without accents. */
const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/\bhtx\b/g, 'hop tac xa'],
  [/\btht\b/g, 'to hop tac'],
  [/\bctcp\b/g, 'cong ty cp'],
  [/\b(?:cty|cong ti|ct)\b/g, 'cong ty'],
  [/\btrach nhiem huu han\b/g, 'tnhh'],
  [/\bmot thanh vien\b|\b1 thanh vien\b/g, 'mtv'],
  [/\bco phan\b/g, 'cp'],
  [/\bhkd\b/g, 'ho kinh doanh'],
  [/\bdntn\b/g, 'doanh nghiep tu nhan'],
  [/\bcssx\b/g, 'co so san xuat'],
  [/\bcskd\b/g, 'co so kinh doanh'],
  [/\bdvnn\b/g, 'dich vu nong nghiep'],
  [/\bnn\b/g, 'nong nghiep'],
  [/\bsx\b/g, 'san xuat'],
  [/\bkd\b/g, 'kinh doanh'],
  [/\bdv\b/g, 'dich vu'],
  [/\btm\b/g, 'thuong mai'],
]

/** A product's name as it is compared: letters and figures, without case, accents, width and signs. */
export const productKey = remembering((name) => {
  const key = stripMarks(name.normalize('NFKC'))
  return isWords.test(key) ? key : key.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
})

/** Plain words with one space between them, as nearly every name has: nothing is to be done. */
const isWords = /^[a-z\d]+(?: [a-z\d]+)*$/

/** A producer's name as it is compared: as a product's, with what is commonly shortened written out one way. */
export const producerKey = remembering((name) =>
  abbreviations.reduce((key, [short, long]) => key.replace(short, long), productKey(name)).replace(/ /g, ''),
)

/**
 * How two names of one key stand to each other in their accents: the `same`; `bare` where one of them is typed without any, as
 * people do; `other` where they are other words, as `Cá kho` and `Cá khô`, `Tân Lập` and `Tấn Lập`.
 */
export function accentsOf(one: string, another: string): 'same' | 'bare' | 'other' {
  if (one === another) return 'same'
  const [words, others] = [spelling(one), spelling(another)]
  const isOther = [...words.byLetters].some(([letters, spelt]) => (others.byLetters.get(letters) ?? spelt) !== spelt)
  if (!isOther) return 'same'
  return words.isBare || others.isBare ? 'bare' : 'other'
}

/** The words of a name with their accents by what they are without. */
const spelling = remembering((name) => {
  const small = oneTonePlace(name.normalize('NFKC').toLowerCase())
  const words = small.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const byLetters = Map.groupBy(words, stripMarks)
  return {
    byLetters: new Map([...byLetters].map(([letters, spelt]) => [letters, spelt.join(' ')])),
    isBare: stripMarks(small) === small,
  }
})

/**
 * Whether one slip of the keys (a sign more, less or other) turns one key into the other. Keys of less than seven signs are
 * names of their own, and so are keys that a figure tells apart, `Mật ong 2`, `Mật ong 3`, and those of producers that have but
 * a letter or two of their own: `HTX S`, `HTX Q`.
 */
export function isOneSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1 || Math.min(one.length, other.length) < 7 || one === other) return false
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  const [a, b] = [one.slice(at), other.slice(at)]
  if (a.slice(1) !== b.slice(1) && a.slice(1) !== b && a !== b.slice(1)) return false
  return !/\d/.test((a[0] ?? '') + (b[0] ?? '')) && !hasShortName(one) && !hasShortName(other)
}

/** The key of a producer that is but a letter or two besides what it is. */
const hasShortName = (key: string): boolean => shortName.test(key)
const shortName =
  /^(?:hoptacxa|tohoptac|congty|hokinhdoanh|hosanxuat|hogiadinh|doanhnghieptunhan|doanhnghiep|coso|lienhiephoptacxa|trangtrai)(?:sanxuat|kinhdoanh|dichvu|nongnghiep|thuongmai|tnhh|mtv|cp|tunhan|va)*.{1,2}$/

/** How names shorten what a place is. A letter alone needs its dot or a space: `H'Bông` is a name. */
const shortUnits: readonly (readonly [RegExp, string])[] = [
  [/^x(?:\.| (?=\S))/, 'xã '],
  [/^p(?:\.| (?=\S)|(?=\d{1,2}$))/, 'phường '],
  [/^t(?:\.\s?)?t(?:[.\s-]|$)/, 'thị trấn '],
  [/^t(?:\.\s?)?x(?:[.\s-]|$)/, 'thị xã '],
  [/^t(?:\.\s?)?p(?:[.\s-]|$)/, 'thành phố '],
  [/^[đd](?:\.\s?)?k(?:[.\s-]|$)/, 'đặc khu '],
  [/^h\./, 'huyện '],
  [/^q(?:\.|(?=\d{1,2}$))/, 'quận '],
]

/** A place's name with the word for what it is written out, in small letters: `X. Thịnh Đức` and `Xã Thịnh Đức` are one. */
export function unitWritten(name: string): string {
  const small = name.normalize('NFKC').trim().toLowerCase()
  const short = shortUnits.find(([pattern]) => pattern.test(small))
  return short === undefined ? small : small.replace(short[0], short[1])
}

/** A commune's or district's name as it is compared: as a product's, without the word for what it is. */
export const placeKey = remembering((name) =>
  productKey(unitWritten(name)).replace(/^(?:xa|phuong|thi tran|dac khu|huyen|thi xa|thanh pho|quan) (?=.)/, ''),
)

/** A province's name as it is compared. */
export function provinceKey(name: string): string {
  return placeKey(name).replace(/^(?:tinh|t) (?=.)/, '')
}
