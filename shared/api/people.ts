import { z } from 'zod'
import { personRoles, type PersonRole } from '../domain/people/roles.ts'
import { idInput, idSchema, out, personNameSchema, procedure, textSchema } from './base.ts'

/** Somebody who works with the open file at its machine. */
export type Person = {
  readonly id: number
  readonly name: string
  readonly role: PersonRole
  readonly hasPassword: boolean
}

/** Who works at this machine now. */
export type Desk = {
  /** Null where the file names nobody, or nobody has said yet who works. */
  readonly person: Person | null
  readonly hasPeople: boolean
  readonly isLocked: boolean
  /** Why the file is not left from the lock; null where it may be. */
  readonly heldBy: 'room' | 'paper' | null
  /** Who is asked for first at the lock. */
  readonly expected: number | null
  /** Who gets the keys back after a check; null where nobody lent them. */
  readonly lender: string | null
  /** Minutes without a key after which the screen is locked; 0 for never. */
  readonly idleMinutes: number
}

export const shortestPassword = 8

const newPasswordSchema = textSchema.pipe(z.string().min(shortestPassword).max(200))

/** Who it is, with the password where there is one. */
export const signInSchema = z.object({ id: idSchema, password: textSchema.optional() })

export const peopleContract = {
  list: procedure.output(out<readonly Person[]>()),
  /**
   * Creates without `id`, changes with it. The first one is the secretary and works from then on. Refused: `name-taken`;
   * `person-has-acted` for another name of who stands in the audit; `last-secretary` for another role of the only one;
   * `last-recovery-code` for another role of who has the last one. Who becomes a secretary and has a password gets a
   * recovery code, which is shown this once.
   */
  save: procedure
    .input(z.object({ id: idSchema.optional(), name: personNameSchema, role: z.enum(personRoles) }))
    .output(z.object({ id: idSchema, recoveryCode: z.string().nullable() })),
  /** Refused (`last-secretary`, `last-recovery-code`) for the only secretary and the last with a recovery code, and (`in-use`) for who works now. */
  remove: procedure.input(idInput).output(z.void()),
  /**
   * Sets a password, or takes it away with null. One's own is changed with the present one; anybody else's by a secretary.
   * A secretary's comes with a recovery code, which is shown this once. Refused: `password-wrong`, `password-wait`,
   * `not-allowed`.
   */
  setPassword: procedure
    .input(z.object({ id: idSchema, password: newPasswordSchema.nullable(), present: textSchema.optional() }))
    .output(z.object({ recoveryCode: z.string().nullable() })),
  /** Minutes until the screen is locked; 0 for never. */
  setIdle: procedure.input(z.object({ minutes: z.int().min(0).max(240) })).output(z.void()),
  /**
   * Says who works from now on, and unlocks the screen. `lends`: the present one gets the keys back by `giveBack`.
   * A secretary's recovery code in place of the password lets in and takes the password away. Refused: `password-wrong`,
   * `password-wait`.
   */
  signIn: procedure.input(signInSchema.extend({ lends: z.boolean().optional() })).output(z.void()),
  /** Nothing but what the room sees is answered until somebody signs in. Does nothing where the file names nobody. */
  lock: procedure.output(z.void()),
  /** The keys go back to whom they were lent by; the screen is locked where that one has a password. */
  giveBack: procedure.output(z.void()),
}
