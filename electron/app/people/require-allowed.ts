import type { ProcedurePath } from '../../../shared/api/access/rule.ts'
import { isOpenWhileLocked, may, rolesOf } from '../../../shared/api/access.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext } from '../../context.ts'

/**
 * The one place where a role decides: every procedure that this machine's pages ask for comes through here. Devices of
 * the meeting room have doors of their own, which offer nothing else.
 *
 * @throws Refusal `locked`; `not-allowed` (detail `who`: the roles that may, such as `secretary-chair`)
 */
export function requireAllowed({ desk, room }: Pick<AppContext, 'desk' | 'room'>, path: readonly string[]): void {
  const procedure = path.join('.') as ProcedurePath
  if (desk.isLocked && !isOpenWhileLocked(procedure, room.current !== null)) throw new Refusal('locked')
  if (!may(desk.at.person?.role ?? null, procedure)) {
    throw new Refusal('not-allowed', { who: rolesOf(procedure).join('-') })
  }
}
