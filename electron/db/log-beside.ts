import { existsSync, rmSync, statSync } from 'node:fs'

/** What SQLite keeps beside a file: the rollback journal, and the log of older programs. It belongs to the file. */
export const besideEndings = ['-journal', '-wal', '-shm']

/** Of those what is made by reading a file that an older program left. */
export const oldLogEndings = ['-wal', '-shm']

/** Where `run` fails, SQLite's files beside the file go, if they were not there before and hold nothing. */
export function orWithoutTrace<Result>(path: string, run: () => Result, endings = besideEndings): Result {
  const before = endings.filter((end) => existsSync(path + end))
  try {
    return run()
  } catch (error) {
    if (!hasLog(path) && before.length === 0) for (const end of endings) rmSync(path + end, { force: true })
    throw error
  }
}

/** True where a journal or a log beside the file says that the file alone is not all. */
export function hasLog(path: string): boolean {
  return ['-journal', '-wal'].some((end) => (statSync(path + end, { throwIfNoEntry: false })?.size ?? 0) > 0)
}
