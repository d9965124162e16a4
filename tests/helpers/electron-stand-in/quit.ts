import type { EventEmitter } from 'node:events'
import { driver, preventable, windows } from './window.ts'

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
  for (const window of windows.filter((each) => !each.isDestroyed())) {
    const hasClosed = new Promise<boolean>((resolve) => {
      window.once('closed', () => resolve(true))
      window.once('stand-in-stayed', () => resolve(false))
    })
    window.close()
    if (!(await hasClosed)) {
      isQuitting = false
      return
    }
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
