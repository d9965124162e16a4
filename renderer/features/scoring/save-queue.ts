import type { Ballot } from '../../../shared/api/ballots.ts'
import type { BallotAct } from '../../../shared/domain/ballot/acts.ts'
import { ballotKey, type BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'

export type SaveTask = BallotAct

export type SaveProgress =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving'; readonly waiting: number }
  /** The host did not answer; everything that waits is kept and sent again. */
  | { readonly kind: 'failed'; readonly waiting: number; readonly error: unknown }

export type SaveQueue = {
  readonly add: (tasks: readonly SaveTask[]) => void
  /** Tries at once instead of waiting for the next attempt. */
  readonly retry: () => void
  readonly isWaiting: (ballot: BallotKey) => boolean
}

type SaveQueueParts = {
  readonly send: (task: SaveTask) => Promise<Ballot>
  readonly saved: (task: SaveTask, ballot: Ballot) => void
  /**
   * The host refused a task. Answers which of the tasks still waiting (the refused one first) are to be kept.
   * Throws when it cannot find out now: then everything is kept and tried again.
   */
  readonly refused: (task: SaveTask, error: unknown) => Promise<(waiting: SaveTask) => boolean>
  /** True for an expected refusal; anything else is a failed write that is tried again. */
  readonly isRefusal: (error: unknown) => boolean
  readonly progress: (progress: SaveProgress) => void
  /** Resolves once the screen shows the key: sending costs milliseconds that the eye need not wait for. */
  readonly painted: () => Promise<void>
  /** Resolves after that many milliseconds, or earlier when `signal` aborts. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

const firstPause = 500
const longestPause = 8000

/**
 * Sends tasks one after the other in the order in which they were keyed. A key never waits for it. A task that fails
 * stays at the head and is sent again after a growing pause; nothing behind it overtakes it, and nothing is dropped.
 */
export function createSaveQueue(parts: SaveQueueParts): SaveQueue {
  let waiting: readonly SaveTask[] = []
  let isRunning = false
  let failures = 0
  let wake = new AbortController()

  const report = (error?: unknown): void => {
    if (waiting.length === 0) parts.progress({ kind: 'idle' })
    else if (failures > 0) parts.progress({ kind: 'failed', waiting: waiting.length, error })
    else parts.progress({ kind: 'saving', waiting: waiting.length })
  }

  const step = async (task: SaveTask): Promise<void> => {
    try {
      const ballot = await parts.send(task)
      waiting = waiting.slice(1)
      parts.saved(task, ballot)
    } catch (error) {
      if (!parts.isRefusal(error)) throw error
      const isKept = await parts.refused(task, error)
      waiting = waiting.filter(isKept)
    }
  }

  const run = async (): Promise<void> => {
    isRunning = true
    await parts.painted()
    for (let task = waiting[0]; task !== undefined; task = waiting[0]) {
      try {
        await step(task)
        failures = 0
        report()
      } catch (error) {
        failures += 1
        report(error)
        wake = new AbortController()
        await parts.pause(Math.min(longestPause, firstPause * 2 ** (failures - 1)), wake.signal)
      }
    }
    isRunning = false
  }

  return {
    add: (tasks) => {
      if (tasks.length === 0) return
      waiting = [...waiting, ...tasks]
      if (failures === 0) report()
      if (!isRunning) void run()
    },
    retry: () => wake.abort(),
    isWaiting: (ballot) => waiting.some((task) => ballotKey(task) === ballot),
  }
}
