import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium, type Page } from '@playwright/test'
import { freePort } from '../../helpers/free-port.ts'
import { trafficIn, type Traffic } from './net-log.ts'
import type { Command } from './person.ts'

export type WindowEnd = Traffic & {
  readonly code: number | null
  /** What the program printed. */
  readonly output: string
}

/**
 * Starts a packaged program, which takes no debugger of Node's, drives its window over Chromium's debugging port, and
 * closes it. The program's Chromium writes down all that it does on the network.
 *
 * @param options.isPage tells the window's page by its address
 */
export async function withWindow({
  program: { command, args },
  folder,
  isPage = (url) => url.startsWith('app://ocop/'),
  use,
}: {
  readonly program: Command
  readonly folder: string
  readonly isPage?: (url: string) => boolean
  readonly use: (page: Page) => Promise<void>
}): Promise<WindowEnd> {
  mkdirSync(folder, { recursive: true })
  const port = await freePort()
  const netLog = join(folder, `mạng-${port}.json`)
  const given = [...args, `--remote-debugging-port=${port}`, `--log-net-log=${netLog}`]
  const child = spawn(command, given, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  }
  const ended = once(child, 'close') as Promise<[number | null]>
  const early = ended.then(([code]) => Promise.reject(new Error(`the program ended with ${code}\n${output}`)))
  early.catch(() => {})
  try {
    await Promise.race([answers(port), early])
    // Whatever Playwright sets by default would change the window; some of it Electron refuses.
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true })
    const find = () =>
      browser
        .contexts()
        .flatMap((context) => context.pages())
        .find((one) => isPage(one.url()))
    const page = await Promise.race([until(find), early])
    try {
      await use(page)
    } catch (error) {
      console.log(
        await page
          .locator('body')
          .ariaSnapshot()
          .catch(() => 'the page is gone'),
      )
      throw error
    }
    await closeWindow(page)
    await Promise.race([ended, wait(patience).then(() => Promise.reject(new Error('the program did not end')))])
  } catch (error) {
    child.kill()
    throw new Error(`in the window of ${command}\n${output}`, { cause: error })
  }
  const [code] = await ended
  return { ...trafficIn(readFileSync(netLog, 'utf8')), code, output }
}

/** As its button does; a browser lets no page do so, and is told from outside. */
async function closeWindow(page: Page): Promise<void> {
  const closed = page.waitForEvent('close', { timeout: 5000 }).then(
    () => true,
    () => false,
  )
  await page.evaluate(() => window.close()).catch(() => {})
  if (!(await closed)) await page.close()
}

async function answers(port: number): Promise<void> {
  await until(() =>
    fetch(`http://127.0.0.1:${port}/json/version`).then(
      ({ ok }) => ok || undefined,
      () => undefined,
    ),
  )
}

/** In milliseconds: a first start on a fresh machine is slow. */
const patience = 60_000

/** What `look` finds. */
async function until<Found>(look: () => Found | Promise<Found>): Promise<NonNullable<Found>> {
  const end = performance.now() + patience
  for (;;) {
    const found = await look()
    if (found !== undefined && found !== null) return found
    if (performance.now() > end) throw new Error('no window')
    await wait(100)
  }
}
