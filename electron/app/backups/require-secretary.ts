import { Refusal } from '../../../shared/api/refusal.ts'
import { secondsAfterWrong } from '../../../shared/domain/people/password-wait.ts'
import type { StoredBackup } from '../../backups/list-backups.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { askFile, peekFile } from '../../db/peek.ts'
import { readIdentity } from '../../db/queries/backup-facts.ts'
import { listSecretaries, type PersonRow } from '../../db/queries/people.ts'
import { isSameFile } from '../../workspace-path.ts'
import { provePerson, triesKey } from '../people/check-person.ts'
import { isOfOpenFile } from './find-backups.ts'

/** Who keeps a record: all its secretaries have passwords, so that nobody is one by saying so. */
type Keepers = { readonly record: string; readonly secretaries: readonly PersonRow[] }

/** By name; null where nobody was asked. */
type Proven = { readonly by: string | null }

/**
 * Lets whoever may reach a backup. Of a record whose file is open and kept by passwords that is who signed in there. Else
 * a secretary of the file as it lies in its place proves it, or one of the backup where that file is gone, cannot be read,
 * or has no passwords.
 *
 * @returns the name of the secretary who proved it, null where none was asked for; `sealed` where only the encrypted backup
 *   knows whom to ask: `requireSecretaryIn`, once it is unpacked
 * @throws Refusal `secretary-needed`, `password-wrong`, `password-wait`
 */
export async function requireSecretary(
  app: AppContext,
  backup: StoredBackup,
  password: string | undefined,
): Promise<Proven | 'sealed'> {
  const { source } = backup.note
  const { current } = app.workspace
  const isOfOpen = isOfOpenFile(backup, app)
  const atSource = keepersAt(app, source)
  const isOpenAtSource = current !== null && isSameFile(current.path, source)
  if (
    current !== null &&
    isOfOpen &&
    keepersIn(current.db, current.path) !== null &&
    (isOpenAtSource || atSource === null)
  )
    return { by: null }
  if (atSource === null && backup.isEncrypted) return 'sealed'
  return prove(app, atSource ?? keepersAt(app, backup.path), password)
}

/** The same of a file that is read already. */
export async function requireSecretaryIn(
  app: AppContext,
  { db, path }: { readonly db: ReadDb; readonly path: string },
  password: string | undefined,
): Promise<Proven> {
  return prove(app, keepersIn(db, path), password)
}

/** The open file is asked through its own connection alone. */
function keepersAt({ workspace: { current } }: AppContext, path: string): Keepers | null {
  if (current !== null && isSameFile(current.path, path)) return keepersIn(current.db, path)
  return peekFile(path, null).kind === 'workspace' ? askFile(path, (db) => keepersIn(db, path)) : null
}

function keepersIn(db: ReadDb, path: string): Keepers | null {
  const secretaries = listSecretaries(db)
  const isKept = secretaries.length > 0 && secretaries.every(({ passwordHash }) => passwordHash !== null)
  return isKept ? { record: readIdentity(db).uuid ?? path, secretaries } : null
}

async function prove(app: AppContext, keepers: Keepers | null, password: string | undefined): Promise<Proven> {
  if (keepers === null) return { by: null }
  const { record, secretaries } = keepers
  if (password === undefined) throw new Refusal('secretary-needed')
  let most = 0
  for (const person of secretaries) {
    const proof = await provePerson(app, { person, password, record })
    if (typeof proof === 'string') {
      for (const { id } of secretaries) app.desk.wrongTries.delete(triesKey(record, id))
      return { by: person.name }
    }
    most = Math.max(most, proof.wrongTries)
  }
  throw new Refusal('password-wrong', { seconds: secondsAfterWrong(most) })
}
