import type { DeviceBallot } from '../../shared/api/room-device.ts'
import type { ActStore } from './act-store.ts'
import type { BallotAct } from '../../shared/domain/ballot/acts.ts'
import { withPatience } from './with-patience.ts'

/** What to do with an act that was not taken. */
export type Verdict =
  /** No answer, or not now: send the same act again. */
  | 'again'
  /** It will never be taken: go on with the next. */
  | 'drop'
  /** The device has to enter first: everything waits. */
  | 'stop'

type Outcome = { readonly verdict: 'delivered' } | { readonly verdict: Verdict; readonly error: unknown }

type OutboxParts = {
  readonly store: ActStore
  readonly send: (act: BallotAct, signal: AbortSignal) => Promise<DeviceBallot>
  readonly delivered: (act: BallotAct, ballot: DeviceBallot) => void
  readonly judge: (error: unknown) => Verdict
  /** An act was dropped: the screen says so, and learns what is there instead before the next one is sent. */
  readonly dropped: (act: BallotAct, error: unknown) => Promise<void>
  readonly stopped: (error: unknown) => void
  readonly changed: () => void
  /** Resolves after that many milliseconds, or earlier when `signal` aborts. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

const firstPause = 1000
const longestPause = 15_000

/**
 * Brings what the member did to the application, one act after the other in the order made. An act stays at the head
 * until it is answered, also over a closed page: nothing overtakes it, and its id keeps it from counting twice.
 */
export function createOutbox(parts: OutboxParts) {
  let place: string | null = null
  let waiting: readonly BallotAct[] = []
  let isRunning = false
  let isKept = true
  /** Grows with every entry: who is turned away with an older one may still go on. */
  let entries = 0
  let wake = new AbortController()

  const remove = (act: BallotAct): void => {
    waiting = waiting.filter((other) => other !== act)
    if (place !== null) parts.store.drop(place, act.actId)
  }

  const deliver = async (act: BallotAct): Promise<Outcome> => {
    wake = new AbortController()
    try {
      const ballot = await withPatience((signal) => parts.send(act, signal), wake.signal)
      remove(act)
      parts.delivered(act, ballot)
      return { verdict: 'delivered' }
    } catch (error) {
      const verdict = parts.judge(error)
      if (verdict === 'drop') {
        remove(act)
        await parts.dropped(act, error)
      }
      return { verdict, error }
    }
  }

  const run = async (): Promise<void> => {
    if (isRunning) return
    isRunning = true
    let failures = 0
    for (let act = waiting[0]; act !== undefined; act = waiting[0]) {
      const entry = entries
      const outcome = await deliver(act)
      if (outcome.verdict === 'stop' && entry === entries) {
        // Before anyone is told, since who hears it may start it again.
        isRunning = false
        parts.stopped(outcome.error)
        return
      }
      parts.changed()
      failures = outcome.verdict === 'delivered' || outcome.verdict === 'drop' ? 0 : failures + 1
      if (failures === 0) continue
      wake = new AbortController()
      await parts.pause(Math.min(longestPause, firstPause * 2 ** (failures - 1)), wake.signal)
    }
    isRunning = false
  }

  return {
    waiting: (): readonly BallotAct[] => waiting,
    /** False while something waits that a closed page would lose. */
    isKept: (): boolean => isKept || waiting.length === 0,
    /** The device entered: what it kept for that place is sent first, or goes on where it stopped. */
    open: (where: string): void => {
      if (place !== where) waiting = parts.store.load(where)
      place = where
      entries += 1
      parts.changed()
      void run()
    },
    add: (act: BallotAct): void => {
      if (place === null) return
      waiting = [...waiting, act]
      isKept = parts.store.keep(place, act)
      parts.changed()
      void run()
    },
    /** There may be a connection again: what hangs is given up and sent anew at once. */
    wake: (): void => {
      wake.abort()
      void run()
    },
    close: (): void => {
      place = null
      waiting = []
      wake.abort()
      parts.changed()
    },
  }
}
