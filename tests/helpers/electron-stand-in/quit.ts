import type { EventEmitter } from 'node:events'
import { driver, preventable, windows, type StandInWindow } from './window.ts'

let isQuitting = false

/** The last window is gone while the application is not quitting anyway. */
export function noticeLastWindow(app: EventEmitter): void {
  if (isQuitting || windows.some((window) => !window.isDestroyed())) return
  if (app.listenerCount('window-all-closed') === 0) void quitInOrder(app)
  else app.emit('window-all-closed')
}

/** What `app.quit()` sets off, in Electron's order: one window that stays keeps the application. */
export async function quitInOrder(app: EventEmitter): Promise<void> {
  if (!passes(app, 'before-quit')) return
  isQuitting = true
  // All at once: the others do not wait for the one that asks.
  const closed = windows.map((window) => window.isDestroyed() || closes(window))
  if ((await Promise.all(closed)).includes(false)) {
    isQuitting = false
    return
  }
  if (!passes(app, 'will-quit')) return
  app.emit('quit', {}, 0)
  driver.exit(0)
}

function passes(app: EventEmitter, name: string): boolean {
  const event = preventable()
  app.emit(name, event)
  return !event.isPrevented()
}

function closes(window: StandInWindow): Promise<boolean> {
  return new Promise((resolve) => {
    window.once('closed', () => resolve(true))
    window.once('stand-in-stayed', () => resolve(false))
    window.close()
  })
}
