import { existsSync, readFileSync, statfsSync } from 'node:fs'

/**
 * Where a machine keeps files in memory, with room for what tests make and leave to run programs from; null where there
 * is none. A test's workspace waits for the disk at each of its commits, half of the time of most tests.
 */
export function memoryFolder(): string | null {
  if (!existsSync('/proc/mounts')) return null
  const options = / \/dev\/shm tmpfs (\S+)/.exec(readFileSync('/proc/mounts', 'utf8'))?.[1]?.split(',')
  if (options === undefined || !options.includes('rw') || options.includes('noexec')) return null
  const { bavail, bsize } = statfsSync('/dev/shm')
  return bavail * bsize > roomOfTests ? '/dev/shm' : null
}

/** Bytes: the largest tests of two workers keep some hundred megabytes at once. */
const roomOfTests = 3 * 2 ** 30
