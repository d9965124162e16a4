import { readFileSync } from 'node:fs'

// What the system tells of the processes that this one started. Linux alone does; elsewhere it is nothing.

/** Milliseconds of processor time of those that have ended. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
export function workedByChildren(): number {
  if (process.platform !== 'linux') return 0
  const fields = readFileSync('/proc/self/stat', 'utf8').replace(/^.*\)/s, '').trim().split(' ')
  return (Number(fields[13]) + Number(fields[14])) * tick
}

/** Megabytes that those hold which are at work. */
export function heldByChildren(): number {
  if (process.platform !== 'linux') return 0
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
  return children.reduce((sum, pid) => sum + heldBy(pid), 0)
}

function heldBy(pid: string): number {
  try {
    const [, kilobytes = '0'] = /VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kilobytes) / 1024
  } catch {
    // Ended meanwhile.
    return 0
  }
}

/** Milliseconds: the kernel counts hundredths of a second. */
const tick = 10
