import { statSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { applicationId, isOursByHeader } from './application-id.ts'
import { toReadDb } from './connection.ts'
import { hasLog, orWithoutTrace } from './log-beside.ts'
import { readWorkspaceFacts, type WorkspaceFacts } from './queries/workspace.ts'
import { isPlaceReadOnly, readIntoMemory } from './read-only-copy.ts'

/**
 * Name and sample mark of a workspace file, or null where the file is no readable workspace. Never changes it. The file
 * that is open here is asked through its own connection.
 */
export function peekWorkspace(path: string): WorkspaceFacts | null {
  try {
    return orWithoutTrace(path, () => factsOf(openToPeek(path)))
  } catch {
    return peekIntoBytes(path)
  }
}

/** A file that another program has open, or had when it was killed: its name at least stands in it. */
function peekIntoBytes(path: string): WorkspaceFacts | null {
  try {
    return statSync(path).isFile() && isOursByHeader(path) ? factsOf(readIntoMemory(path)) : null
  } catch {
    return null
  }
}

function factsOf(sqlite: Sqlite.Database): WorkspaceFacts | null {
  try {
    const isOurs = sqlite.pragma('application_id', { simple: true }) === applicationId
    return isOurs ? readWorkspaceFacts(toReadDb(sqlite)) : null
  } finally {
    sqlite.close()
  }
}

function openToPeek(path: string): Sqlite.Database {
  return isPlaceReadOnly(path) && !hasLog(path)
    ? readIntoMemory(path)
    : new Sqlite(path, { readonly: true, fileMustExist: true, timeout: 0 })
}
