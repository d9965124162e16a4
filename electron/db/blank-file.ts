import Sqlite from 'better-sqlite3'
import { applicationId } from './application-id.ts'
import { migrateWorkspace } from './migrate.ts'

/**
 * The bytes of a workspace file with the newest tables and nothing in them, which every new file starts from. Its
 * migrations run once a process: a chain of them costs more than all else about a new file.
 */
export function blankFile(migrations: string): Buffer {
  const known = blanks.get(migrations)
  if (known !== undefined) return known
  const blank = makeBlank(migrations)
  blanks.set(migrations, blank)
  return blank
}

/** By the folder of the migrations, which stays as it is while the program runs. */
const blanks = new Map<string, Buffer>()

function makeBlank(migrations: string): Buffer {
  const sqlite = new Sqlite(':memory:')
  try {
    sqlite.pragma(`application_id = ${applicationId}`)
    migrateWorkspace(sqlite, migrations, null)
    return sqlite.serialize()
  } finally {
    sqlite.close()
  }
}
