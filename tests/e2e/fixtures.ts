import { test as base, expect, type Browser, type Page } from '@playwright/test'
import { temporaryFolder } from '../helpers/loopback.ts'
import type { AppHost } from './hosts/app-host.ts'
import { openInBrowser } from './hosts/browser-host.ts'
import { openCompiled } from './hosts/compiled-host.ts'
import { openInElectron } from './hosts/electron-host.ts'

type TestFixtures = {
  /** A data folder of this test's own, empty. */
  readonly dataFolder: string
  /** The application of the project: in a browser, the compiled window, or Electron itself. */
  readonly host: AppHost
  /** Opens the application on the test's data folder once more; the test stops it. */
  readonly open: () => Promise<AppHost>
}

type WorkerFixtures = {
  /** A browser of the test's own, for phones of members; started when it is first asked for. */
  readonly chromium: () => Promise<Browser>
}

/**
 * `page` is the built application, already open, on an empty data folder. A test fails on any error of the page's
 * console and on anything that the application reports as a defect.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  chromium: [
    async ({ playwright, launchOptions }, use) => {
      let started: Promise<Browser> | undefined
      await use(() => (started ??= playwright.chromium.launch(launchOptions)))
      await (await started)?.close()
    },
    { scope: 'worker' },
  ],
  dataFolder: async ({ browserName: _browserName }, use) => {
    const folder = temporaryFolder()
    await use(folder.path)
    folder.remove()
  },
  open: async ({ dataFolder, chromium, viewport, locale, timezoneId }, use, { project }) => {
    const emulated = { viewport, ...(locale && { locale }), ...(timezoneId && { timezoneId }) }
    const newContext = async () => (await chromium()).newContext(emulated)
    const open = { chromium: openInBrowser, compiled: openCompiled, electron: openInElectron }[project.name]
    if (open === undefined) throw new Error(`no host for the project ${project.name}`)
    await use(() => open({ dataFolder, newContext, emulated }))
  },
  host: async ({ open }, use) => {
    const host = await open()
    const faults = watchFaults(host.page)
    try {
      await use(host)
    } finally {
      await host.stop()
    }
    expect(faults, 'errors of the page').toEqual([])
    expect(host.defects().join('\n'), 'defects that the application reported').toBe('')
  },
  page: ({ host }, use) => use(host.page),
})

export { expect }

function watchFaults(page: Page): readonly string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message))
  page.on('console', (message) => {
    // A refused call is an answer with status 422, which Chromium also lists as a failed resource.
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return
    faults.push(message.text())
  })
  return faults
}
