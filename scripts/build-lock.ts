import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { uptime } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isRunning } from '../electron/is-running.ts'

// One process builds at a time: the lock is a file that holds the process id of whoever builds.

export const buildLock = join(import.meta.dirname, '..', 'out', '.building')

/** Waits until nobody holds the lock and takes it. */
export async function takeLock(lock: string): Promise<void> {
  mkdirSync(dirname(lock), { recursive: true })
  for (;;) {
    try {
      return writeFileSync(lock, String(process.pid), { flag: 'wx' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      if (isAbandoned(lock)) rmSync(lock, { recursive: true, force: true })
      else await wait(100)
    }
  }
}

/** Makes another process the owner of a lock that this one holds. */
export function handOver(lock: string, owner: number): void {
  writeFileSync(lock, String(owner))
}

/** Removes the lock, unless it is somebody else's by now. */
export function giveBack(lock: string, owner: number): void {
  if (ownerOf(lock) === owner) rmSync(lock, { force: true })
}

/** Whoever builds may be killed and leave the lock; it is not taken from one who lives, however long that takes. */
function isAbandoned(lock: string): boolean {
  const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs
  // Given back meanwhile.
  if (made === undefined) return false
  const age = Date.now() - made
  const owner = ownerOf(lock)
  // An empty lock was made this moment, or its maker was killed before it wrote.
  if (owner === null) return age > writtenWithin
  // Process ids are given anew when the machine starts.
  return !isRunning(owner) || age > uptime() * 1000
}

function ownerOf(lock: string): number | null {
  try {
    return Number.parseInt(readFileSync(lock, 'utf8')) || null
  } catch {
    return null
  }
}

/** In milliseconds. */
const writtenWithin = 10_000
