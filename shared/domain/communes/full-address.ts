import { productKey } from '../register/name-keys.ts'
import type { NamedPlace } from './index-communes.ts'

type Address = {
  /** As somebody typed it: a hamlet or street, or the whole; may be empty. */
  readonly typed: string
  /** The commune and district that the record says. */
  readonly stood: Pick<NamedPlace, 'commune' | 'district'>
  /** The same as they are called today; `province` with the word for what it is, empty where none is known. */
  readonly now: Pick<NamedPlace, 'commune' | 'district'> & { readonly province: string }
}

/**
 * An address as a paper prints it: `Xóm 3, xã Thu Phong, tỉnh Hòa Bình`. What the typed one ends with of commune, district and
 * province is said once, by today's names; one that names another commune keeps its own.
 */
export function fullAddress({ typed, stood, now }: Address): string {
  const parts = partsOf(typed)
  const units = [now.province, now.district, stood.district, now.commune, stood.commune].filter((name) => name !== '')
  while (units.some((unit) => isSameUnit(parts.at(-1) ?? '', unit))) parts.pop()
  const isElsewhere = parts.some((part) => /^(xa|phuong|thi tran|tt|dac khu)$/.test(wordOf(part)))
  const place = isElsewhere ? [] : [now.commune, now.district]
  const province = parts.some((part) => wordOf(part) === 'tinh') ? '' : now.province
  return [...parts, ...place, province].filter((part) => part !== '').join(', ')
}

const partsOf = (typed: string): string[] =>
  typed
    .split(/[,;]|\s[-–]\s/u)
    .map((part) => part.trim().replace(/\.$/, ''))
    .filter((part) => part !== '')

/** Bare names are of any kind; `thành phố Hòa Bình` and `tỉnh Hòa Bình` are two. */
function isSameUnit(one: string, other: string): boolean {
  const [word, otherWord] = [wordOf(one), wordOf(other)]
  return bareKey(one) === bareKey(other) && (word === otherWord || word === '' || otherWord === '')
}

const unitWord = /^(xa|phuong|thi tran|tt|dac khu|huyen|quan|thi xa|tx|thanh pho|tp|tinh) (?=.)/

const wordOf = (name: string): string => {
  const word = unitWord.exec(productKey(name))?.[1] ?? ''
  return shortWords.get(word) ?? word
}

const shortWords: ReadonlyMap<string, string> = new Map([
  ['tt', 'thi tran'],
  ['tx', 'thi xa'],
  ['tp', 'thanh pho'],
])

const bareKey = (name: string): string => productKey(name).replace(unitWord, '')
