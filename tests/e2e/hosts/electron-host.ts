import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { _electron, type ElectronApplication } from '@playwright/test'
import type { AppHost, HostOptions, Shell } from './app-host.ts'
import { installPortSharing } from './share-port.ts'

const root = join(import.meta.dirname, '../../..')

/**
 * The compiled application in its Electron window, where a runtime and a screen are. Playwright finds the runtime
 * itself: only then does it hold the application until it can see its first window.
 */
export async function openInElectron({ dataFolder, emulated }: HostOptions): Promise<AppHost> {
  const { viewport, locale, timezoneId } = emulated
  const application = await _electron.launch({
    args: ['-r', join(import.meta.dirname, 'electron-early.cjs'), root],
    env: environment({ OCOP_DATA: dataFolder, OCOP_TEST_DOCUMENTS: join(dataFolder, 'documents') }),
    // Playwright would start it with --no-sandbox on Linux.
    chromiumSandbox: true,
    ...(locale !== undefined && { locale }),
    ...(timezoneId !== undefined && { timezoneId }),
  })
  const ended = new Promise<void>((resolve) => application.once('close', () => resolve()))
  const said: string[] = []
  const { stderr } = application.process()
  if (stderr !== null) createInterface(stderr).on('line', (line) => said.push(line))

  await application.context().addInitScript(installPortSharing)
  const page = await application.firstWindow()
  // A window is empty before it shows its page.
  await page.waitForURL(({ protocol }) => protocol !== 'about:')
  // The display may be smaller, and magnified: every machine shows the same page.
  if (viewport !== null && viewport !== undefined) await page.setViewportSize(viewport)
  // It may have been loaded before the script above was there.
  await page.reload()

  const shell = await shellOf(application, ended)
  const stop = async () => {
    // What a page or the application asks before it closes has a test of its own.
    await shell
      .evaluate(({ BrowserWindow }) => {
        for (const window of BrowserWindow.getAllWindows()) window.destroy()
      }, null)
      .catch(() => {})
    await ended
  }
  const clipboard = {
    read: () => shell.evaluate((electron) => electron.clipboard.readText(), null),
    write: (text: string) => shell.evaluate((electron, written) => electron.clipboard.writeText(written), text),
  }
  const log = join(dataFolder, 'loi.log')
  // Chromium writes to the error output too; what Node and the test's own dialogs say there is the application's.
  const defects = () => [
    ...said.filter((line) => /UnhandledPromiseRejection|UncaughtException|^showErrorBox: /.test(line)),
    ...(existsSync(log) ? [readFileSync(log, 'utf8')] : []),
  ]
  return { page, shell, clipboard, stop, defects }
}

async function shellOf(application: ElectronApplication, ended: Promise<void>): Promise<Shell> {
  // On Windows a command shell stands between, and only that would be killed.
  const pid = await application.evaluate(() => process.pid)
  return {
    evaluate: (run, arg) => application.evaluate(run as Parameters<typeof application.evaluate>[0], arg) as never,
    kill: async () => {
      process.kill(pid, 'SIGKILL')
      await ended
    },
  }
}

/** This process's own, but for what would make a plain Node of Electron. */
function environment(added: Readonly<Record<string, string>>): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _asNode, NODE_OPTIONS: _options, ...rest } = process.env
  const set = Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { ...Object.fromEntries(set), ...added }
}
