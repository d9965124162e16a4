import { isFinalRefusal, readRefusal } from '../../api/refusal.ts'
import { saveStore } from '../../api/save-state.ts'
import { markUnsaved } from '../../api/unsaved.ts'
import { makeActId } from '../../ballot-sync/act-id.ts'
import type { Verdict } from '../../ballot-sync/outbox.ts'
import { painted } from '../../ballot-sync/painted.ts'
import { pauseFor } from '../../ballot-sync/pause-for.ts'
import type { DeskParts, SaveProgress } from './ballot-desk.ts'

/** How any desk of the window, or of a clerk's page, judges and tells of what waits. */
export function windowPorts() {
  return {
    makeId: makeActId,
    judge,
    painted,
    pause: pauseFor,
    saving: tellBar(),
  } satisfies Partial<DeskParts>
}

/** Only a clerk's laptop can be turned away: what waits there goes when the clerk is back. */
function judge(error: unknown): Verdict {
  if (!isFinalRefusal(error)) return 'again'
  return readRefusal(error)?.reason === 'device-unknown' ? 'stop' : 'drop'
}

/**
 * The window's bar counts writes that begin and end; the outbox reports a state: this folds one into the other. What
 * waits keeps the window from closing unasked, on whichever screen it is.
 */
function tellBar() {
  let isCounted = false
  const work = {}
  return ({ waiting, failure }: SaveProgress): void => {
    markUnsaved(work, waiting.length)
    if (!isCounted) saveStore.start()
    isCounted = waiting.length > 0 && failure === null
    if (failure !== null) saveStore.fail(failure.error)
    else if (waiting.length === 0) saveStore.succeed()
  }
}
