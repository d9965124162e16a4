import type { AppClient } from '../../shared/api/contract.ts'
import type { AuditCommand } from '../../shared/api/audit-details.ts'

/** One thing that a person or a device does: it is answered, or killed under way and then done again. */
export type Act = {
  /** Under which its kills are counted: a command's name, or what else writes a file. */
  readonly phase: string
  /** What is sent, all at the same time. */
  readonly sends: readonly (() => Promise<unknown>)[]
  /** What the audit keeps, in its order; of acts sent at the same time one for each. */
  readonly tells: readonly AuditCommand[]
  /** Carries an id, so that it is sent again although a kill left it done, and counts once. */
  readonly isRepeatable?: true
  /** Another file is open afterwards, with so many events of its past before what it tells. */
  readonly opens?: { readonly past: number }
  /** The audit that stands in the file afterwards, where it does not go on from the one before. */
  readonly audit?: readonly string[]
  /** What was acknowledged is read back the same. */
  readonly holds?: () => Promise<boolean>
}

/** What an act is made of: the program, and what a restart has to bring back before acts go on. */
export type Stage = {
  readonly client: AppClient
  readonly dataFolder: string
  /** Names the round through all acts. */
  readonly cycle: number
  /** Commands in the audit of the open file so far. */
  readonly audit: () => readonly string[]
  /** Done after each restart, such as switching the room on again; it answers what the audit keeps of it. */
  resume: () => Promise<readonly AuditCommand[]>
}

/** A command with that event, and no other. */
export function command(name: AuditCommand, send: () => Promise<unknown>, more: Partial<Act> = {}): Act {
  return { phase: name, sends: [send], tells: [name], ...more }
}
