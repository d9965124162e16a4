import { isFinalRefusal } from '../../api/refusal.ts'
import { saveStore } from '../../api/save-state.ts'
import { markUnsaved } from '../../api/unsaved.ts'
import { makeActId } from '../../ballot-sync/act-id.ts'
import { keptByNobody } from '../../ballot-sync/kept-acts.ts'
import { painted } from '../../ballot-sync/painted.ts'
import { pauseFor } from '../../ballot-sync/pause-for.ts'
import type { DeskParts, SaveProgress } from './ballot-desk.ts'

/** How any desk of the window keeps, judges and tells of what waits. */
export function windowPorts() {
  return {
    kept: keptByNobody,
    makeId: makeActId,
    judge: (error: unknown) => (isFinalRefusal(error) ? 'drop' : 'again'),
    painted,
    pause: pauseFor,
    saving: tellBar(),
  } satisfies Partial<DeskParts>
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
