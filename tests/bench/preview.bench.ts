import { fork } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ensureBuilt } from '../../scripts/ensure-built.ts'
import { presentBrowser } from '../helpers/find-browser.ts'
import { milliseconds, type BenchRow } from './bench-row.ts'
import { benchWorkspace } from './bench-workspace.ts'
import { openPlainPage, type PlainPage } from './plain-page.ts'

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
  const page = await openPlainPage(executablePath, address)
  try {
    await page.until(longestMade, () => document.querySelector('main a, main button') !== null)
    const before = await page.megabytes()
    const { pages, firstPage } = await openPack(page, sessionId)
    const { took, peak } = await scrollThrough(page)
    await page.evaluate(() => void (location.hash = '/'))
    await wait(givenBackAfter)
    const after = await page.megabytes()
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
    await page.close()
    const gone = once(host, 'exit')
    host.kill('SIGTERM')
    await gone
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Milliseconds in which the browser gives back what it held in store. */
const givenBackAfter = 10_000

async function openPack(
  page: PlainPage,
  sessionId: number,
): Promise<{ readonly pages: number; readonly firstPage: number }> {
  await page.evaluate((to) => void (location.hash = to), `/sessions/${sessionId}/documents?kind=blank-ballots`)
  await page.until(longestMade, () => document.querySelector('[data-testid="ask-ballots"] button') !== null)
  await page.evaluate(askForAll)
  await page.until(longestMade, () => document.querySelector('[data-testid="preview"]') !== null)
  const start = performance.now()
  await page.until(longestMade, () => document.querySelector('[data-page="1"] canvas[data-drawn]') !== null)
  const firstPage = performance.now() - start
  const pages = await page.evaluate(() => /Trang \d+\/(\d+)/.exec(document.body.innerText)?.[1])
  return { pages: Number(pages), firstPage }
}

/** Of more than a few ballots it is asked first which are wanted. */
function askForAll(): void {
  const asked = [...document.querySelectorAll<HTMLElement>('[data-testid="ask-ballots"] button')]
  asked.find((each) => each.innerText.includes('Lập tất cả'))?.click()
}

const longestMade = 300_000

/** Goes to evenly spread places of the pack and looks now and then how much is held. */
async function scrollThrough(page: PlainPage): Promise<{ readonly took: number; readonly peak: number }> {
  let [took, peak] = [0, 0]
  for (let stop = 1; stop <= stops; stop += 1) {
    const start = performance.now()
    await page.evaluate((part) => {
      const pane = document.querySelector('[data-testid="preview"] [tabindex="0"]')
      pane?.scrollTo({ top: (pane.scrollHeight - pane.clientHeight) * part })
    }, stop / stops)
    await page.until(longestMade, isDrawn)
    took += performance.now() - start
    if (stop % 10 === 0) peak = Math.max(peak, await page.megabytes())
  }
  return { took, peak }
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
