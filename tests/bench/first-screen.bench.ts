import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { chromium, type Browser, type Request } from '@playwright/test'
import { ensureBuilt } from '../../scripts/ensure-built.ts'
import { presentBrowser } from '../helpers/find-browser.ts'
import { median, milliseconds, type BenchRow } from './bench-row.ts'
import { benchWorkspace, largeSize } from './bench-workspace.ts'

const rounds = 7
const sizeLimit = 250

/**
 * The first screen in Chromium over the loopback host: the JavaScript that it fetches until it can be used, and how long
 * that takes with the large file open against an empty one, in turns. Usable means that the first thing to press in the
 * page's own part is there.
 */
export async function runFirstScreenBench(): Promise<readonly BenchRow[]> {
  const found = presentBrowser()
  const missing = { name: 'first screen', value: '', against: '', ratio: null, aim: '' }
  if (found === null) return [{ ...missing, skipped: 'no Chromium or Chrome is installed' }]
  await ensureBuilt(['renderer'])
  const { path } = await benchWorkspace(largeSize)
  const folder = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  const hosts = [startHost([path]), startHost([join(folder, 'trong.ocop'), 'new'])] as const
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']
  const browser = await chromium.launch({ executablePath: found.path, args: [...args, '--disable-sync'] })
  try {
    const [large, empty] = (await Promise.all(hosts.map(({ address }) => address))) as [string, string]
    const [withLarge, withEmpty, kilobytes]: [number[], number[], number[]] = [[], [], []]
    for (let round = 0; round <= rounds; round += 1) {
      const ofEmpty = await openOnce(browser, empty)
      const ofLarge = await openOnce(browser, large)
      // The first of each fills the machine's caches.
      if (round === 0) continue
      withEmpty.push(ofEmpty.took)
      withLarge.push(ofLarge.took)
      kilobytes.push(Math.max(ofEmpty.kilobytes, ofLarge.kilobytes))
    }
    return [
      {
        name: 'JavaScript fetched for the first screen, gzip',
        value: `${median(kilobytes).toFixed(0)} kB`,
        against: `${sizeLimit} kB`,
        ratio: median(kilobytes) / sizeLimit,
        aim: '≤ 1',
      },
      {
        name: 'time to the first usable screen with 5.4 million scores open',
        value: milliseconds(median(withLarge)),
        against: `an empty file: ${milliseconds(median(withEmpty))}`,
        ratio: median(withLarge) / median(withEmpty),
        aim: '≤ 1.2',
      },
    ]
  } finally {
    await browser.close()
    await Promise.all(hosts.map(({ child }) => stop(child)))
    rmSync(folder, { recursive: true, force: true })
  }
}

/** In a context of its own, so that nothing of the visit before is left in the browser's cache. */
async function openOnce(browser: Browser, address: string) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const page = await context.newPage()
  const scripts: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (response.headers()['content-type']?.includes('javascript') === true) scripts.push(response.body())
  })
  const waiting = new Set<Request>()
  page.on('request', (request) => request.url().includes('/rpc/live/') || waiting.add(request))
  page.on('requestfinished', (request) => waiting.delete(request))
  page.on('requestfailed', (request) => waiting.delete(request))
  const start = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator('main').locator('a, button').first().waitFor({ state: 'visible' })
  const took = performance.now() - start
  // The page goes on asking for what else it shows; the next visit must not wait behind that.
  while (waiting.size > 0) await wait(50)
  const bytes = (await Promise.all(scripts)).reduce((sum, body) => sum + gzipSync(body).length, 0)
  await context.close()
  return { took, kilobytes: bytes / 1000 }
}

function startHost(args: readonly string[]): { readonly child: ChildProcess; readonly address: Promise<string> } {
  const child = fork(join(import.meta.dirname, 'screen-host.ts'), [...args])
  const { promise: address, resolve, reject } = Promise.withResolvers<string>()
  child.once('message', (message) => resolve(String(message)))
  child.once('exit', (code) => reject(new Error(`the host ended with code ${code}`)))
  return { child, address }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}
