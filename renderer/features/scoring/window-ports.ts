import { isFinalRefusal, readRefusal } from '../../api/refusal.ts'
import { saveStore } from '../../api/save-state.ts'
import { markUnsaved, type Keyer } from '../../api/unsaved.ts'
import { makeActId } from '../../ballot-sync/act-id.ts'
import type { Verdict } from '../../ballot-sync/outbox.ts'
import { painted } from '../../ballot-sync/painted.ts'
import { pauseFor } from '../../ballot-sync/pause-for.ts'
import type { DeskParts, SaveProgress } from './ballot-desk.ts'

/**
 * How any desk of the window, or of a clerk's page, judges and tells of what waits.
 *
 * @param keyer whose keys these are; null where the file names nobody
 */
export function windowPorts(keyer: Keyer | null) {
  return {
    makeId: makeActId,
    judge,
    painted,
    pause: pauseFor,
    saving: tellBar(keyer),
  } satisfies Partial<DeskParts>
}

/** Only a clerk's laptop can be turned away: what waits there goes when the clerk is back. */
function judge(error: unknown): Verdict {
  if (!isFinalRefusal(error)) return 'again'
  return readRefusal(error)?.reason === 'device-unknown' ? 'stop' : 'drop'
}

/**
 * The window's bar counts writes that begin and end; the outbox reports a state: this folds one into the other. What
 * waits keeps the window from closing unasked, on whichever screen it is. What waits for its keyer is none of the bar's
 * while somebody else works: the window's foot says it.
 */
function tellBar(keyer: Keyer | null) {
  let isCounted = false
  let isHeld = false
  const work = {}
  return ({ waiting, failure }: SaveProgress): void => {
    markUnsaved(work, waiting.length, { isStuck: failure !== null, keyer })
    const wasHeld = isHeld
    isHeld = failure !== null && readRefusal(failure.error)?.reason === 'keyed-by-other'
    if (isHeld) {
      isCounted = false
      if (!wasHeld) saveStore.reset()
      return
    }
    if (!isCounted) saveStore.start()
    isCounted = waiting.length > 0 && failure === null
    if (failure !== null) saveStore.fail(failure.error)
    else if (waiting.length === 0) saveStore.succeed()
  }
}
