import { Refusal } from '../../../shared/api/refusal.ts'
import { isMemberLabel, isSamePerson } from '../../../shared/domain/vietnamese/person-name.ts'

/** The log tells people apart by their names. @throws Refusal `name-taken`, also where it reads as a member's device. */
export function requireFreeName(name: string, taken: readonly (string | null)[]): void {
  if (isMemberLabel(name) || taken.some((other) => other !== null && isSamePerson(other, name))) {
    throw new Refusal('name-taken', { name })
  }
}
