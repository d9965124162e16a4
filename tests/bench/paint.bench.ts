import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createRouterClient } from '@orpc/server'
import { chromium, type Page } from '@playwright/test'
import { createApp } from '../../electron/app/create-app.ts'
import { ensureBuilt } from '../../scripts/ensure-built.ts'
import { listCriteria } from '../../shared/domain/criteria/form.ts'
import { presentBrowser } from '../helpers/find-browser.ts'
import { openSmallSession } from '../helpers/test-app.ts'
import { benchHost, resourcesFolder } from './bench-folder.ts'
import { milliseconds, percentile, type BenchRow } from './bench-row.ts'

const members = 15
/** The longest form of QĐ 26/2026/QĐ-TTg: 34 criteria. */
const longestSet = 13
/** One frame of a screen that shows 60 a second, in milliseconds. */
const frame = 16
/** Between two keys, as a practised hand types. */
const betweenKeys = 60

/**
 * From a key to the paint that shows what it did, in Chromium on 15 members × 34 criteria, every key saved meanwhile:
 * a whole ballot keyed point by point, then a column of the grid keyed and walked.
 */
export async function runPaintBench(): Promise<readonly BenchRow[]> {
  const found = presentBrowser()
  const none = { name: 'key to paint', value: '', against: '', ratio: null, aim: '' }
  if (found === null) return [{ ...none, skipped: 'no Chromium or Chrome is installed' }]
  await ensureBuilt(['renderer'])
  const folder = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  const { sessionId, item, memberIds, best } = await prepareSession(join(folder, 'phien.ocop'))
  const host = fork(join(import.meta.dirname, 'screen-host.ts'), [join(folder, 'phien.ocop')])
  const [address] = (await once(host, 'message')) as [string]
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']
  // Without the wait for the display's next refresh, which is the screen's and not ours.
  const unpaced = ['--disable-frame-rate-limit', '--disable-gpu-vsync']
  const browser = await chromium.launch({ executablePath: found.path, args: [...args, '--disable-sync', ...unpaced] })
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.goto(address)
    await page.locator('main').locator('a, button').first().waitFor({ state: 'visible' })
    const open = async (view: string, member: number | undefined): Promise<void> => {
      const to = `/sessions/${sessionId}/scoring?view=${view}&item=${item}&member=${member ?? 0}`
      await page.evaluate((at) => void (location.hash = at), to)
      await page.locator('[data-testid="current-criterion"], [data-testid="grid"] [data-current]').waitFor()
      await wait(1000)
    }
    const ballots: number[] = []
    for (const member of memberIds.slice(0, 4)) {
      await open('ballot', member)
      // Four ballots, of which the first warms the page.
      const taken = await measure(
        page,
        best.map((points) => `${points}`),
      )
      if (member !== memberIds[0]) ballots.push(...taken)
    }
    const grid: number[] = []
    for (const member of memberIds.slice(4, 8)) {
      await open('grid', member)
      await page.keyboard.press('Control+Home')
      const taken = await measure(
        page,
        best.flatMap((points) => [`${points}`, 'ArrowDown']),
      )
      if (member !== memberIds[4]) grid.push(...taken)
    }
    const bare = await measureBare(await browser.newPage({ viewport: { width: 1366, height: 768 } }))
    const size = `${members} × ${best.length}`
    return [
      paintRow({ name: `key to painted next criterion, one ballot of a ${size} session`, took: ballots, bare }),
      paintRow({ name: `key to painted cell, grid of ${size}`, took: grid, bare }),
    ]
  } finally {
    await browser.close()
    const gone = once(host, 'exit')
    host.kill('SIGTERM')
    await gone
    rmSync(folder, { recursive: true, force: true })
  }
}

type Taken = { readonly name: string; readonly took: readonly number[]; readonly bare: readonly number[] }

const paintRow = ({ name, took, bare }: Taken): BenchRow => ({
  name: `${name}, p95`,
  value: milliseconds(percentile(took, 0.95)),
  against: `one frame: ${frame} ms`,
  ratio: percentile(took, 0.95) / frame,
  aim: '≤ 1',
  note: `p50 ${milliseconds(percentile(took, 0.5))}, ${took.length} keys; a page that only writes the key down: p50 ${milliseconds(percentile(bare, 0.5))}, p95 ${milliseconds(percentile(bare, 0.95))}; without the wait for the display's refresh`,
})

/** What the machine takes for the least that a page can do with a key. */
async function measureBare(page: Page): Promise<number[]> {
  await page.setContent('<!doctype html><title>bare</title><p></p>')
  await page.evaluate(() => {
    window.addEventListener('keydown', ({ key }) => {
      const line = document.querySelector('p')
      if (line !== null) line.textContent = key
    })
  })
  return measure(page, '0123456789'.repeat(10).split(''))
}

/**
 * Milliseconds from each key's event to the end of the frame that follows it. A message posted in an animation frame
 * is handled once that frame has been laid out and painted.
 */
async function measure(page: Page, keys: readonly string[]): Promise<number[]> {
  await page.evaluate(() => {
    const taken: number[] = []
    Object.assign(window, { paintTaken: taken })
    const painted = new MessageChannel()
    let began = 0
    painted.port1.addEventListener('message', () => taken.push(performance.now() - began))
    painted.port1.start()
    const press = (): void => {
      began = performance.now()
      requestAnimationFrame(() => painted.port2.postMessage(null))
    }
    window.addEventListener('keydown', press, { capture: true })
    Object.assign(window, { paintStop: () => window.removeEventListener('keydown', press, { capture: true }) })
  })
  for (const key of keys) {
    await page.keyboard.press(key)
    await wait(betweenKeys)
  }
  return page.evaluate(() => {
    const measured = window as unknown as { readonly paintTaken: number[]; readonly paintStop: () => void }
    measured.paintStop()
    return measured.paintTaken
  })
}

/** The file that the page opens: one product of the longest form, nothing keyed yet. */
async function prepareSession(path: string) {
  const app = createApp({ host: benchHost(path), resources: resourcesFolder, appVersion: 'bench', backups: 'asked' })
  const client = createRouterClient(app.router)
  const { sessionId, itemIds, memberIds } = await openSmallSession(
    { client },
    { members, products: 1, sets: [longestSet] },
  )
  const [item = 0] = itemIds
  const form = await client.rules.itemForm({ agendaItemId: item })
  const best = listCriteria(form).map(({ criterion }) => Math.max(...criterion.options.map(({ points }) => points)))
  await app.dispose()
  return { sessionId, item, memberIds, best }
}
