import { fold } from '../vietnamese/fold.ts'
import { searchKey } from '../vietnamese/search-key.ts'

/** How lists shorten what a producer is, by the letters and what they stand for, both without accents. */
const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/\bhtx\b/g, 'hop tac xa'],
  [/\btht\b/g, 'to hop tac'],
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

/** A code as it is compared: without case, accents, width and spaces. Empty for none. */
export function codeKey(code: string): string {
  return fold(code.normalize('NFKC'))
}

/** A product's name as it is compared: letters and figures, without case, accents, width and signs. */
export function productKey(name: string): string {
  return remembered(productKeys, name, (text) =>
    searchKey(text.normalize('NFKC'))
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  )
}

/** A producer's name as it is compared: as a product's, with what is commonly shortened written out one way. */
export function producerKey(name: string): string {
  return remembered(producerKeys, name, (text) =>
    abbreviations.reduce((key, [short, long]) => key.replace(short, long), productKey(text)).replace(/ /g, ''),
  )
}

/**
 * Whether one slip of the keys (a sign more, less or other) turns one key into the other. Keys of less than seven signs are
 * names of their own, and so are keys that a figure tells apart: `Mật ong 2`, `Mật ong 3`.
 */
export function isOneSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1 || Math.min(one.length, other.length) < 7 || one === other) return false
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  const [a, b] = [one.slice(at), other.slice(at)]
  if (a.slice(1) !== b.slice(1) && a.slice(1) !== b && a !== b.slice(1)) return false
  return !/\d/.test((a[0] ?? '') + (b[0] ?? ''))
}

/** A commune's or district's name as it is compared: as a product's, without the word for what it is. */
export function placeKey(name: string): string {
  return productKey(name).replace(/^(?:xa|phuong|thi tran|tt|huyen|thi xa|tx|thanh pho|tp|quan) (?=.)/, '')
}

/** A province's name as it is compared. */
export function provinceKey(name: string): string {
  return placeKey(name).replace(/^tinh (?=.)/, '')
}

const [productKeys, producerKeys] = [new Map<string, string>(), new Map<string, string>()]

/** Names of one register, asked for again with each list and each word typed. */
const mostRemembered = 100_000

function remembered(known: Map<string, string>, name: string, keyOf: (name: string) => string): string {
  const before = known.get(name)
  if (before !== undefined) return before
  const key = keyOf(name)
  if (known.size >= mostRemembered) known.clear()
  known.set(name, key)
  return key
}
