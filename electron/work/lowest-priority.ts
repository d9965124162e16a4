import { readdirSync } from 'node:fs'
import { constants, setPriority } from 'node:os'

/** Gives this process the system's lowest priority. On Linux each thread has its own: those that V8 began with are given it as well. */
export function takeLowestPriority(): void {
  for (const id of ownThreads()) {
    try {
      setPriority(id, constants.priority.PRIORITY_LOW)
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
