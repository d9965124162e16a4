import { placeKey, unitWritten } from '../register/name-keys.ts'
import { oneTonePlace } from '../vietnamese/tone-place.ts'

/**
 * A commune's name as it is spelt, with its accents and the word for what it is, written out: without case, signs and the
 * place of a tone mark. `Tân Thành` and `Tân Thạnh` are two communes, `Thuý Hoà` and `Thúy Hòa` are one.
 */
export function speltKey(name: string): string {
  const words = unitWritten(name)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return oneTonePlace(words)
}

/** The same without the word for what it is. */
export function bareSpeltKey(name: string): string {
  // A word has as many letters with accents as without.
  const words = placeKey(name).split(' ').length
  return speltKey(name).split(' ').slice(-words).join(' ')
}
