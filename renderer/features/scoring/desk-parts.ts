import { saveStore } from '../../api/save-state.ts'
import { markUnsaved } from '../../api/unsaved.ts'
import type { SaveProgress } from './save-queue.ts'

/**
 * The window's bar counts writes that begin and end; the queue reports a state: this folds one into the other. What
 * waits keeps the window from closing unasked, on whichever screen it is.
 */
export function tellBar() {
  let isCounted = false
  const work = {}
  return (progress: SaveProgress): void => {
    markUnsaved(work, progress.kind === 'idle' ? 0 : progress.waiting)
    switch (progress.kind) {
      case 'saving':
        if (!isCounted) saveStore.start()
        isCounted = true
        break
      case 'failed':
        if (!isCounted) saveStore.start()
        saveStore.fail(progress.error)
        isCounted = false
        break
      case 'idle':
        if (!isCounted) saveStore.start()
        saveStore.succeed()
        isCounted = false
        break
    }
  }
}

/** Waits, or less long when `signal` aborts. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

/** A window in the background paints nothing; keys that reached it before are sent all the same, after this long. */
const longestPaint = 60

/** Resolves after the next frame has been painted. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, longestPaint)
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => {
        clearTimeout(timer)
        port1.close()
        resolve()
      })
      port1.start()
      port2.postMessage(null)
    })
  })
}
