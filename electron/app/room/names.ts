import { Refusal } from '../../../shared/api/refusal.ts'
import { isMemberLabel, isSamePerson } from '../../../shared/domain/vietnamese/person-name.ts'

/** The log tells people apart by their names. @throws Refusal `name-taken`, also where it reads as a member's device. */
export function requireFreeName(name: string, taken: readonly (string | null)[]): void {
  if (isMemberLabel(name) || taken.some((other) => other !== null && isSamePerson(other, name))) {
    throw new Refusal('name-taken', { name })
  }
}

/**
 * The number under which the entering page offers a clerk's place: the one that the name ends with, so that both agree;
 * without one, or where another clerk has it, the first that is free.
 */
export function clerkNumber(name: string, taken: readonly (number | null)[]): number {
  const named = Number(/(?<!\d)[1-9]\d?$/.exec(name)?.[0] ?? 0)
  if (named > 0 && !taken.includes(named)) return named
  let number = 1
  while (taken.includes(number)) number += 1
  return number
}
