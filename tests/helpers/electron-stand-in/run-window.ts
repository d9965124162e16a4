import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as electron from './electron.ts'
import { openCalls } from '../ipc-calls.ts'
import { startPageServer } from './page-server.ts'
import { StandInDownload, type PageDownload } from './download.ts'
import { record } from './record.ts'
import { driver, windows, type StandInWindow } from './window.ts'

// The compiled main, in a process of its own, for a page that a browser shows: the browser and the person at it are on
// the other end of this process's channel. As in Electron, a rejection that nobody handles is a warning, and an error
// that nobody catches a box with its stack, unless main listens for them; the process lives on.

process.on('unhandledRejection', (reason) => {
  if (process.listenerCount('unhandledRejection') > 1) return
  console.error('(node) UnhandledPromiseRejectionWarning:', reason)
})
process.on('uncaughtException', (error) => {
  if (process.listenerCount('uncaughtException') > 1) return
  console.error('A JavaScript error occurred in the main process', error)
})

const { origin } = await startPageServer()
const test = openCalls(process, {
  /** Runs a function of the test with the stand-in for `electron`, as Playwright's `electronApplication.evaluate`. */
  evaluate: (source: string, arg: unknown) =>
    // oxlint-disable-next-line eslint/no-new-func -- the test's own function
    (new Function('electron', 'arg', `return (${source})(electron, arg)`) as Evaluated)(
      { ...electron, record: { ...record, windows } },
      arg,
    ),
  download: (download: PageDownload) => StandInDownload.start(download, electron.session.defaultSession),
  /** The page is gone, as when its window was destroyed. */
  pageGone: () => {
    for (const window of windows) window.destroy()
  },
})

type Evaluated = (module: unknown, arg: unknown) => unknown

const whichWindow = (window: StandInWindow) => windows.indexOf(window)
driver.load = (window, url) => {
  window.isShown = true
  void test.call('load', url.replace('app://ocop', origin))
}
driver.reload = (window) => void test.call('reload', whichWindow(window))
driver.asksToStay = (window) => test.call<boolean>('asksToStay', whichWindow(window))
driver.leave = (window, isLeaving) => void test.call('leave', whichWindow(window), isLeaving)
driver.exit = (code) => process.exit(code)

const out = process.argv[2] ?? ''
process.argv.splice(1, 2, electron.app.getAppPath())
process.on('disconnect', () => process.exit(0))
await import(pathToFileURL(join(out, 'main', 'index.js')).href)
