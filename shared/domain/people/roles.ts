/**
 * What a person of the workspace file does at its machine: the secretary runs the meeting, a checker keys ballots a
 * second time, the chair sees everything and approves.
 */
export type PersonRole = 'secretary' | 'checker' | 'chair'

export const personRoles = ['secretary', 'checker', 'chair'] as const satisfies readonly PersonRole[]

/** Enough of a person to know whether somebody can still change people. */
type WithRole = { readonly id: number; readonly role: PersonRole }

/** True where somebody else than that person is a secretary: only then may the person go or take another role. */
export function hasOtherSecretary(people: readonly WithRole[], id: number): boolean {
  return people.some((person) => person.role === 'secretary' && person.id !== id)
}

/** False where all secretaries have passwords and no recovery code is left: one that is forgotten shuts the record. */
export function hasWayBack(
  secretaries: readonly { readonly passwordHash: string | null; readonly recoveryHash: string | null }[],
): boolean {
  return secretaries.some(({ passwordHash, recoveryHash }) => passwordHash === null || recoveryHash !== null)
}
