import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { secondsAfterWrong } from '../../../shared/domain/people/password-wait.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext } from '../../context.ts'
import { findPerson, type PersonRow } from '../../db/queries/people.ts'
import { commit, openDb, requireFound } from '../commit.ts'
import { recordOf } from './desk.ts'

/** How somebody proved who they are. */
export type Proof = 'password' | 'recovery-code'

/**
 * Answers once it is that person, as the file knows that one by then: at once where there is no password. The wait after
 * wrong ones grows by person; tries under way count as wrong until they are known.
 *
 * @throws Refusal `not-found`, `password-wrong`, `password-wait` (detail `seconds`); `changed-meanwhile` where another file
 *   was opened or the password is another one by then, and nothing is written
 */
export async function checkPerson(
  app: AppContext,
  { id, password = '' }: { readonly id: number; readonly password?: string | undefined },
): Promise<{ readonly person: PersonRow; readonly proof: Proof }> {
  const file = openDb(app)
  const asked = requireFound(findPerson(file, id))
  const proof = await provePerson(app, { person: asked, password, record: recordOf(app) })
  if (app.workspace.current?.db !== file) throw new Refusal('changed-meanwhile')
  const person = requireFound(findPerson(file, id))
  if (typeof proof !== 'string') throw noteWrong(app, person, proof.wrongTries)
  if (person.passwordHash !== asked.passwordHash || person.recoveryHash !== asked.recoveryHash) {
    throw new Refusal('changed-meanwhile')
  }
  return { person, proof }
}

type Proving = {
  readonly person: PersonRow
  readonly password: string
  /** The UUID of the file that names the person, or its path. */
  readonly record: string
}

/**
 * The same of a person of any file; answers how many wrong ones there were in a row where it is not that person.
 *
 * @throws Refusal `password-wait` (detail `seconds`)
 */
export async function provePerson(
  app: AppContext,
  { person, password, record }: Proving,
): Promise<Proof | { readonly wrongTries: number }> {
  if (person.passwordHash === null) return 'password'
  const { wrongTries } = app.desk
  const key = triesKey(record, person.id)
  const known = wrongTries.get(key)
  const tries = known?.tries ?? 0
  const now = app.clock.now()
  const seconds = Math.ceil(secondsAfterWrong(tries) - (now.getTime() - (known?.at.getTime() ?? 0)) / 1000)
  if (known !== undefined && seconds > 0) throw new Refusal('password-wait', { seconds })
  wrongTries.set(key, { tries: tries + 1, at: now })
  const isRecovery = person.recoveryHash !== null && isSameHash(hashRecoveryCode(password), person.recoveryHash)
  const isRight = isRecovery || (await app.work.run('check-password', { password, hash: person.passwordHash }))
  if (!isRight) return { wrongTries: tries + 1 }
  wrongTries.delete(key)
  return isRecovery ? 'recovery-code' : 'password'
}

/** What wrong passwords of a person are counted by. */
export function triesKey(record: string, personId: number): string {
  return `${record}:${personId}`
}

/** A hundred random bits in letters and figures that are read out without a doubt: `7K3M-…`, five by four. */
export function makeRecoveryCode(): string {
  const letters = [...randomBytes(20)].map((byte) => recoveryLetters[byte % recoveryLetters.length])
  return letters.join('').replace(/.{4}(?=.)/g, '$&-')
}

/** Case, spaces and dashes are nobody's mistake. */
export function hashRecoveryCode(code: string): string {
  const letters = code.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return createHash('sha256').update(letters).digest('hex')
}

/** Thirty-two, so that each is equally likely. */
const recoveryLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const isSameHash = (one: string, other: string): boolean => timingSafeEqual(Buffer.from(one), Buffer.from(other))

/** Keeps it in the audit, where the file can be written, and answers the refusal that says so. */
function noteWrong(app: AppContext, person: PersonRow, wrongTries: number): Refusal {
  if (app.workspace.current?.readOnly === null) {
    commit(app, 'people.wrongPassword', () => ({
      result: undefined,
      audit: { subject: `person:${person.id}`, detail: { name: person.name, wrongTries } },
    }))
  }
  return new Refusal('password-wrong', { seconds: secondsAfterWrong(wrongTries) })
}
