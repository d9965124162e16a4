import { placeKey } from '../register/name-keys.ts'
import { bareSpeltKey } from './spelt-key.ts'

/** A commune that somebody may have meant: as the file or the office's list spells it. */
export type KnownCommune = { readonly commune: string; readonly district: string }

/** As many as one chooses among. */
const most = 3

/**
 * Communes that may be meant by what was typed, the likelier first: the same letters with other accents, then one slip of the
 * keys away. None where one of the known is spelt so, and none in another district, as far as both say it.
 */
export function nearCommunes(typed: KnownCommune, known: Iterable<KnownCommune>): readonly KnownCommune[] {
  const [key, words] = [placeKey(typed.commune), bareSpeltKey(typed.commune)]
  if (key === '') return []
  const [accents, slips]: [Map<string, KnownCommune>, Map<string, KnownCommune>] = [new Map(), new Map()]
  for (const one of known) {
    if (!mayBeIn(typed.district, one.district)) continue
    const other = placeKey(one.commune)
    const of = bareSpeltKey(one.commune)
    if (of === words) return []
    if (other === key) accents.set(of, one)
    else if (isNear(other, key)) slips.set(of, one)
  }
  return [...accents.values(), ...slips.values()].slice(0, most)
}

function mayBeIn(one: string, other: string): boolean {
  return one === '' || other === '' || placeKey(one) === placeKey(other)
}

/** One letter more, less, other, or two that changed places; a figure tells places apart, and so do short names. */
function isNear(one: string, other: string): boolean {
  const [a, b] = [one.replaceAll(' ', ''), other.replaceAll(' ', '')]
  if (a === b) return true
  if (Math.min(a.length, b.length) < 6 || Math.abs(a.length - b.length) > 1 || /\d/.test(a + b)) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  const [left, right] = [a.slice(at), b.slice(at)]
  const isSwapped = left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2) && left.length > 1
  return isSwapped || left.slice(1) === right.slice(1) || left.slice(1) === right || left === right.slice(1)
}
