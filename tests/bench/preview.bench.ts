import { fork } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium, type Browser, type Page } from '@playwright/test'
import { ensureBuilt } from '../../scripts/ensure-built.ts'
import { presentBrowser } from '../helpers/find-browser.ts'
import { milliseconds, type BenchRow } from './bench-row.ts'
import { benchWorkspace } from './bench-workspace.ts'

/** Packs of blank ballots of four pages: what a council of a district prints, and of a large province. */
const packs = [
  { products: 8, members: 11, criteria: 30 },
  { products: 82, members: 11, criteria: 30 },
] as const
/** Places at which the pack is looked at on the way through it. */
const stops = 120
const mostGrown = 150
const longestFirstPage = 1000

/**
 * A pack of ballots previewed in Chromium, scrolled through and left: the memory that all processes of the browser hold more
 * than on the first screen of the same program, after their garbage is collected, and how long the first page takes from
 * where the file is there.
 */
export async function runPreviewBench(): Promise<readonly BenchRow[]> {
  const found = presentBrowser()
  const none = { name: 'preview of a pack of ballots', value: '', against: '', ratio: null, aim: '' }
  if (found === null) return [{ ...none, skipped: 'no Chromium or Chrome is installed' }]
  if (process.platform !== 'linux') return [{ ...none, skipped: 'memory of processes is read from /proc' }]
  await ensureBuilt(['renderer'])
  const rows: BenchRow[] = []
  for (const size of packs) rows.push(...(await previewPack(size, found.path)))
  return rows
}

async function previewPack(size: (typeof packs)[number], executablePath: string): Promise<readonly BenchRow[]> {
  const { path, sessionId } = await benchWorkspace(size)
  const folder = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  copyFileSync(path, join(folder, 'phien.ocop'))
  const host = fork(join(import.meta.dirname, 'screen-host.ts'), [join(folder, 'phien.ocop')])
  const [address] = (await once(host, 'message')) as [string]
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']
  const browser = await chromium.launch({ executablePath, args: [...args, '--disable-sync', '--js-flags=--expose-gc'] })
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.goto(address)
    await page.locator('main').locator('a, button').first().waitFor({ state: 'visible' })
    const megabytes = memoryOf(browser, page)
    const before = await megabytes()
    const { pages, firstPage } = await openPack(page, sessionId)
    let peak = 0
    const { took } = await scrollThrough(page, async () => void (peak = Math.max(peak, await megabytes())))
    await page.evaluate(() => void (location.hash = '/'))
    await page.getByTestId('preview').waitFor({ state: 'detached' })
    await wait(givenBackAfter)
    const after = await megabytes()
    const name = `preview of ${pages.toLocaleString('en')} pages of ballots`
    return [
      {
        name: `${name}, its first page`,
        value: milliseconds(firstPage),
        against: `${longestFirstPage} ms`,
        ratio: firstPage / longestFirstPage,
        aim: '≤ 1',
        note: `scrolled through in ${stops} places: ${milliseconds(took)}`,
      },
      {
        name: `${name}, memory while scrolled through`,
        value: `${Math.round(peak - before)} MB`,
        against: `${mostGrown} MB over the first screen (${Math.round(before)} MB)`,
        ratio: (peak - before) / mostGrown,
        aim: '≤ 1',
        note: `once it is left: ${Math.round(after - before)} MB`,
      },
    ]
  } finally {
    await browser.close()
    const gone = once(host, 'exit')
    host.kill('SIGTERM')
    await gone
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Milliseconds in which the browser gives back what it held in store. */
const givenBackAfter = 10_000

async function openPack(
  page: Page,
  sessionId: number,
): Promise<{ readonly pages: number; readonly firstPage: number }> {
  await page.evaluate((to) => void (location.hash = to), `/sessions/${sessionId}/documents?kind=blank-ballots`)
  const preview = page.getByTestId('preview')
  // Of a large pack it is asked first which ballots are wanted.
  const all = page.getByTestId('ask-ballots').getByRole('button', { name: 'Tất cả' })
  await preview.or(all).waitFor({ timeout: longestMade })
  if (await all.isVisible()) await all.click()
  await preview.waitFor({ timeout: longestMade })
  const start = performance.now()
  await preview.locator('[data-page="1"] canvas[data-drawn]').waitFor({ timeout: longestMade })
  const firstPage = performance.now() - start
  const said = (await preview.getByText(/^Trang \d+\/\d+$/).textContent()) ?? ''
  return { pages: Number(said.split('/')[1]), firstPage }
}

const longestMade = 300_000

/** Evenly spread places of the pack; `look` is called now and then. */
async function scrollThrough(page: Page, look: () => Promise<void>): Promise<{ readonly took: number }> {
  const pane = page.getByRole('group', { name: 'Các trang của văn bản' })
  let took = 0
  for (let stop = 1; stop <= stops; stop += 1) {
    const start = performance.now()
    await pane.evaluate((at, part) => at.scrollTo({ top: (at.scrollHeight - at.clientHeight) * part }), stop / stops)
    await page.waitForFunction(isDrawn, null, { timeout: longestMade })
    took += performance.now() - start
    if (stop % 20 === 0) await look()
  }
  return { took }
}

/** Whether every page that the preview shows is drawn. */
function isDrawn(): boolean {
  const pane = document.querySelector('[data-testid="preview"] [tabindex="0"]')?.getBoundingClientRect()
  const shown = [...document.querySelectorAll('[data-page]')].filter((at) => {
    const { top, bottom } = at.getBoundingClientRect()
    return pane !== undefined && bottom > pane.top && top < pane.bottom
  })
  return shown.length > 0 && shown.every((at) => at.querySelector('canvas[data-drawn]') !== null)
}

/** Megabytes that the browser's processes hold: what several share counts in parts. */
function memoryOf(browser: Browser, page: Page): () => Promise<number> {
  const asked = Promise.all([browser.newBrowserCDPSession(), page.context().newCDPSession(page)])
  return async () => {
    const [ofBrowser, ofPage] = await asked
    for (let time = 0; time < 2; time += 1) await ofPage.send('HeapProfiler.collectGarbage')
    for (const worker of page.workers()) await worker.evaluate(() => globalThis.gc?.())
    const { processInfo } = await ofBrowser.send('SystemInfo.getProcessInfo')
    const kilobytes = processInfo.map(({ id }) => {
      const rollup = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8')
      return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0)
    })
    return kilobytes.reduce((sum, each) => sum + each, 0) / 1024
  }
}
