import type { ProcedurePath } from '../../../shared/api/access/rule.ts'
import { isLeavingFile, isOpenWhileLocked, may, rolesOf } from '../../../shared/api/access.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext } from '../../context.ts'
import { heldBy } from './desk.ts'

/**
 * The one place where a role decides: every procedure that this machine's pages ask for comes through here. Devices of
 * the meeting room have doors of their own, which offer nothing else.
 *
 * @throws Refusal `locked`; `not-allowed` (detail `who`: the roles that may, such as `secretary-chair`)
 */
export function requireAllowed(app: AppContext, path: readonly string[]): void {
  const procedure = path.join('.') as ProcedurePath
  const isShut = app.desk.isLocked && !isOpenWhileLocked(procedure)
  if (isShut && !(isLeavingFile(procedure) && heldBy(app) === null)) throw new Refusal('locked')
  if (!may(app.desk.at.person?.role ?? null, procedure)) {
    throw new Refusal('not-allowed', { who: rolesOf(procedure).join('-') })
  }
}
