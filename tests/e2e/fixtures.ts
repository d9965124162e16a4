import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { _electron, test as base, expect, type Page } from '@playwright/test'
import { temporaryFolder } from '../helpers/loopback.ts'

const root = join(import.meta.dirname, '../..')

/**
 * `page` is the built application, already open, on an empty data folder of this test's own (`dataFolder`): in the
 * browser over the loopback host, or in its Electron window. A test fails on any error of the page's console and on
 * anything that the application reports as a defect.
 */
export const test = base.extend<{ readonly dataFolder: string }>({
  dataFolder: async ({ browserName: _browserName }, use) => {
    const folder = temporaryFolder()
    await use(folder.path)
    folder.remove()
  },
  page: async ({ dataFolder, context, page }, use, { project }) => {
    if (project.name === 'electron') return openWindow({ dataFolder, use })
    const host = await startHost(dataFolder)
    const faults = watchFaults(page)
    try {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(host.address).origin })
      await page.goto(host.address)
      await use(page)
    } finally {
      await page.close()
      await host.stop()
    }
    expect(faults, 'errors of the page').toEqual([])
    expect(host.defects.join('\n'), 'defects that the host reported').toBe('')
  },
})

export { expect }

async function openWindow({
  dataFolder,
  use,
}: {
  readonly dataFolder: string
  readonly use: (page: Page) => Promise<void>
}): Promise<void> {
  const application = await _electron.launch({
    executablePath: process.env['OCOP_ELECTRON'] ?? '',
    args: [root],
    env: { ...process.env, OCOP_DATA: dataFolder } as Record<string, string>,
  })
  try {
    const window = await application.firstWindow()
    const faults = watchFaults(window)
    await use(window)
    expect(faults, 'errors of the page').toEqual([])
  } finally {
    await application.close()
  }
}

/** `npm start` as it is, without a window, on a free port or, where it starts again, on the one of before. */
export async function startHost(dataFolder: string, port = '0') {
  const child = spawn(process.execPath, [join(root, 'scripts', 'start.ts')], {
    env: { ...process.env, OCOP_DATA: dataFolder, OCOP_PORT: port, OCOP_HOST: 'browser', OCOP_OPEN: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const defects: string[] = []
  createInterface(child.stderr).on('line', (line) => defects.push(line))
  const ended = once(child, 'exit')
  const stop = async () => {
    child.kill('SIGINT')
    await ended
  }
  /** As when the machine loses its power. */
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  for await (const line of createInterface(child.stdout)) {
    const address = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/.exec(line)?.[0]
    if (address !== undefined) return { address, defects, stop, kill }
  }
  throw new Error(`the host ended before it printed its address\n${defects.join('\n')}`)
}

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
