import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AuditCommand } from '../../shared/api/audit-details.ts'

/** What only something outside this machine brings about, or the program by itself. */
const outOfReach: Partial<Record<AuditCommand, string>> = {
  'room.move': 'the machine would have to be given another address',
  'undo.takeBack': 'what it takes back is kept with the running program, and gone with it',
  'documents.issued.keep': 'no command of anybody: it follows each number, killed or not',
}

/** Commands of the audit that were not reached although they could have been. */
export function unreachedCommands(reached: ReadonlySet<string>): readonly string[] {
  const folder = join(import.meta.dirname, '../../shared/api/audit-details')
  const types = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
  const commands = [...types.matchAll(/^  '(\w+(?:\.\w+)+)':/gm)].map(([, name = '']) => name)
  return commands.filter((name) => !reached.has(name) && !(name in outOfReach))
}
