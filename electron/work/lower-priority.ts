import { readdirSync } from 'node:fs'
import { constants, setPriority } from 'node:os'

/**
 * Gives this process a priority below the usual one. On Linux each thread has its own: those that V8 began with are given it as
 * well. Not the lowest: what other programs leave of a busy machine would be nothing for minutes.
 */
export function takeLowerPriority(): void {
  for (const id of ownThreads()) {
    try {
      setPriority(id, constants.priority.PRIORITY_BELOW_NORMAL)
    } catch {
      // One that has ended meanwhile.
    }
  }
}

function ownThreads(): readonly number[] {
  try {
    return process.platform === 'linux' ? readdirSync('/proc/self/task').map(Number) : [process.pid]
  } catch {
    return [process.pid]
  }
}
