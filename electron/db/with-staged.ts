import { connectionOf } from './connection.ts'
import type { ReadDb } from './handles.ts'

/** Runs a command while what was staged in the file at the path can be copied from, as `staged`. */
export function withStaged<Result>(db: ReadDb, path: string, command: () => Result): Result {
  const connection = connectionOf(db)
  connection.prepare('ATTACH ? AS staged').run(path)
  try {
    return command()
  } finally {
    connection.exec('DETACH staged')
  }
}
