import Sqlite from 'better-sqlite3'
import { isPassing, Refusal, type RefusalReason } from '../../shared/api/refusal.ts'

/**
 * What an error of SQLite or of the file system says about the file or its disk, for whoever can do something about it;
 * null for anything else, which is a bug. Drizzle wraps what it meets, so that the cause counts as well.
 */
export function fileRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  if (!(error instanceof Error)) return null
  const code = 'code' in error ? String(error.code) : ''
  const known = troubles.find(({ codes }) => codes.test(code))
  if (known !== undefined) return new Refusal(known.reason, { code })
  return fileRefusal(error.cause)
}

/** True where the file may still be read, but neither it nor its folder written. */
export function isUnwritable(error: unknown): boolean {
  const refusal = fileRefusal(error)
  return refusal?.reason === 'place-read-only' || String(refusal?.detail['code']).startsWith('SQLITE_CANTOPEN')
}

/**
 * What hinders the open file now, where its connection met it: a disk that takes nothing, or a damage that shows itself
 * during work (`workspace-harmed`). Null for anything else: other errors of the file system that reach a caller are bugs.
 */
export function diskRefusal(error: unknown): Refusal | null {
  const refusal = fileRefusal(error)
  if (refusal?.reason === 'workspace-damaged' && isOfConnection(error))
    return new Refusal('workspace-harmed', refusal.detail)
  const isOfDatabase = String(refusal?.detail['code']).startsWith('SQLITE_')
  return refusal !== null && isOfDatabase && isPassing(refusal.reason) ? refusal : null
}

/** Not of the worker's, which reads copies and other files: an error that comes from there is a plain one. */
function isOfConnection(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError || (error instanceof Error && isOfConnection(error.cause))
}

/** @throws Refusal in the place of an error that `fileRefusal` knows */
export function refusingFileTroubles<Result>(run: () => Result): Result {
  try {
    return run()
  } catch (error) {
    throw fileRefusal(error) ?? error
  }
}

const troubles: readonly { readonly reason: RefusalReason; readonly codes: RegExp }[] = [
  { reason: 'disk-full', codes: /^(SQLITE_FULL|ENOSPC|EDQUOT)$/ },
  { reason: 'workspace-moved', codes: /^SQLITE_READONLY_DBMOVED$/ },
  { reason: 'place-read-only', codes: /^(SQLITE_READONLY.*|EROFS|EACCES|EPERM)$/ },
  { reason: 'place-gone', codes: /^(ENOENT|ENOTDIR)$/ },
  { reason: 'disk-fails', codes: /^(SQLITE_IOERR.*|SQLITE_CANTOPEN.*|SQLITE_PROTOCOL|EIO|ENXIO|ENODEV|ESTALE|EFBIG)$/ },
  { reason: 'file-locked', codes: /^(SQLITE_BUSY.*|SQLITE_LOCKED.*|EBUSY)$/ },
  { reason: 'workspace-damaged', codes: /^(SQLITE_CORRUPT.*|SQLITE_NOTADB)$/ },
]
