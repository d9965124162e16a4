import { fold } from './fold.ts'
import { normaliseInput } from './normalise-input.ts'

/** A person's name as the log keeps it: as `normaliseInput`, without anything else that is not seen. */
export function personName(text: string): string {
  const seen = text.replace(/\s+/gu, ' ').replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, '')
  return normaliseInput(seen)
}

/** Whether somebody reads a name there: a letter or a figure at least. */
export function isPersonName(name: string): boolean {
  return /[\p{L}\p{N}]/u.test(name)
}

/**
 * Whether two names stand for one person: they differ in case, spaces or what is not seen, or not at all. Accents tell
 * people apart, as they do in Vietnamese.
 */
export function isSamePerson(one: string, other: string): boolean {
  return personKey(one) === personKey(other)
}

/** Who acted on a member's own device, as the log says it. */
export function memberLabel({ code, name }: { readonly code: string; readonly name: string }): string {
  return `${name} (${code}${ofDevice}`
}

/** Whether a name reads as a member's device does: nobody else may have such a name. */
export function isMemberLabel(name: string): boolean {
  return fold(name.normalize('NFKC')).endsWith(fold(ofDevice))
}

const ofDevice = ', thiết bị riêng)'

function personKey(name: string): string {
  return personName(name.normalize('NFKC')).replaceAll(' ', '').toLowerCase().normalize('NFC')
}
