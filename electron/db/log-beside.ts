import { existsSync, rmSync, statSync } from 'node:fs'

/** What SQLite keeps beside a file that has a write-ahead log. */
export const logEndings = ['-wal', '-shm']

/** Where `run` fails, SQLite's files beside the file go, if they were not there before and hold nothing. */
export function orWithoutTrace<Result>(path: string, run: () => Result): Result {
  const before = logEndings.filter((end) => existsSync(path + end))
  try {
    return run()
  } catch (error) {
    if (!hasLog(path) && before.length === 0) for (const end of logEndings) rmSync(path + end, { force: true })
    throw error
  }
}

/** True where a log beside the file holds changes that the file itself does not have. */
export function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}
