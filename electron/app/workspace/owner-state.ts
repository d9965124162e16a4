import type { FileOwner } from '../../../shared/api/workspace.ts'

/** Who holds a file, as the file beside it says. */
export type OwnerMark = Omit<FileOwner, 'isSilent' | 'unreadable'> & {
  /** Of this holding alone. */
  readonly token: string
  readonly process: number
  /** When that process began, in the system's own words; null where it does not say. */
  readonly processStart: string | null
}

type Facts = {
  readonly mark: Pick<OwnerMark, 'machine' | 'process' | 'processStart' | 'lastSign'>
  /** This machine's name. */
  readonly machine: string
  readonly now: Date
  readonly isRunning: (process: number) => boolean
  readonly startOf: (process: number) => string | null
}

/** A holder that gives no sign for so long may be gone, or its machine asleep. In milliseconds. */
const silentAfter = 3 * 60_000

/**
 * `gone`: of this machine, and its process ended, or its number is another's by now. `silent`: nobody here can tell, so
 * that a person is to decide. `there`: works with the file.
 */
export function ownerState({ mark, machine, now, isRunning, startOf }: Facts): 'gone' | 'silent' | 'there' {
  if (mark.machine === machine && hasEnded(mark, isRunning, startOf)) return 'gone'
  return now.getTime() - Date.parse(mark.lastSign) > silentAfter ? 'silent' : 'there'
}

function hasEnded(
  { process, processStart }: Facts['mark'],
  isRunning: Facts['isRunning'],
  startOf: Facts['startOf'],
): boolean {
  return !isRunning(process) || (processStart !== null && startOf(process) !== processStart)
}
