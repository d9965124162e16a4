import Sqlite from 'better-sqlite3'
import { applicationId } from './application-id.ts'
import { toReadDb } from './connection.ts'
import { hasLog, orWithoutTrace } from './log-beside.ts'
import { readWorkspaceFacts, type WorkspaceFacts } from './queries/workspace.ts'
import { isPlaceReadOnly, readIntoMemory } from './read-only-copy.ts'

/** Name and sample mark of a workspace file, or null where the file is no readable workspace. Never changes it. */
export function peekWorkspace(path: string): WorkspaceFacts | null {
  try {
    return orWithoutTrace(path, () => {
      const sqlite = openToPeek(path)
      try {
        const isOurs = sqlite.pragma('application_id', { simple: true }) === applicationId
        return isOurs ? readWorkspaceFacts(toReadDb(sqlite)) : null
      } finally {
        sqlite.close()
      }
    })
  } catch {
    return null
  }
}

function openToPeek(path: string): Sqlite.Database {
  return isPlaceReadOnly(path) && !hasLog(path)
    ? readIntoMemory(path)
    : new Sqlite(path, { readonly: true, fileMustExist: true })
}
