import type { PersonRole } from '../domain/people/roles.ts'
import { fileRules } from './access/file-rules.ts'
import { registerRules } from './access/register-rules.ts'
import { rolesByRule, type ProcedurePath, type Rule } from './access/rule.ts'
import { sessionRules } from './access/session-rules.ts'
import { yearRules } from './access/year-rules.ts'

/**
 * Whether a person of that role may ask for that procedure. Null stands for whoever works in a file that names nobody,
 * where everything is allowed.
 */
export function may(role: PersonRole | null, procedure: ProcedurePath): boolean {
  return role === null || rolesOf(procedure).includes(role)
}

/** Who may ask for it. */
export function rolesOf(procedure: ProcedurePath): readonly PersonRole[] {
  return rolesByRule[rules[procedure]]
}

/** True for what is answered while the screen is locked, and before anybody has said who works. */
export function isOpenWhileLocked(procedure: ProcedurePath): boolean {
  return openWhileLocked.includes(procedure)
}

/**
 * True for the ways to another file. Who takes one ends the file's meeting room, with keys that wait on phones, and gives up
 * ballots that were read from paper: not from the lock.
 */
export function isLeavingFile(procedure: ProcedurePath): boolean {
  return waysOut.includes(procedure)
}

/** A procedure that the contract gains has no rule until it stands in one of these files, and the compiler says so. */
const rules: Readonly<Record<ProcedurePath, Rule>> = { ...fileRules, ...registerRules, ...yearRules, ...sessionRules }

/** What the lock screen asks for, and what the projector shows. */
const openWhileLocked: readonly ProcedurePath[] = [
  'workspace.status',
  'workspace.list',
  'workspace.dropHanded',
  'workspace.noteUnsaved',
  'support.noteFault',
  'people.list',
  'people.signIn',
  'people.lock',
  'sessions.list',
  'results.projector',
  'products.picture',
  'live.changes',
]

const waysOut: readonly ProcedurePath[] = [
  'workspace.create',
  'workspace.open',
  'workspace.adopt',
  'workspace.openSample',
  'workspace.close',
  'backups.openEncrypted',
]
