import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium, type Locator, type Page } from '@playwright/test'
import { ensureBuilt } from '../../scripts/ensure-built.ts'
import { presentBrowser } from '../helpers/find-browser.ts'
import { milliseconds, percentile, type BenchRow } from './bench-row.ts'
import { openLargeRegister, registerSize } from './large-register.ts'

/** Between two keys: long enough that what the last one found is drawn, however busy the machine. */
const betweenKeys = 400

type Place = {
  readonly name: string
  /** Address of the screen. */
  readonly at: string
  /** What goes to the field. */
  readonly shortcut: string
  readonly field: (page: Page) => Locator
  readonly queries: readonly string[]
}

const places: readonly Place[] = [
  {
    name: 'in Ctrl+K',
    at: '/products',
    shortcut: 'Control+k',
    field: (page) => page.getByRole('dialog').getByRole('textbox'),
    // Words of one product, of many, of a producer, of a command; and of none.
    queries: ['mat ong hoa rung', 'SP012', 'doan ket 66', 'khoa phien', 'che xanh 1', 'khong co gi nhu the'],
  },
  ...['products', 'producers', 'certificates'].map((list) => ({
    name: `in the list of ${list}`,
    at: `/${list}`,
    shortcut: '/',
    field: (page: Page) => page.locator('main').getByRole('textbox').first(),
    queries: ['mat ong hoa rung', 'SP012', 'doan ket 66', 'che xanh 1', 'khong co'],
  })),
]

/**
 * From a key in each field that searches 20,000 products to the painted list of what it finds, against a page whose only
 * field shows the key.
 */
export async function runSearchBench(): Promise<readonly BenchRow[]> {
  const found = presentBrowser()
  const none = { name: 'key to painted list', value: '', against: '', ratio: null, aim: '' }
  if (found === null) return [{ ...none, skipped: 'no Chromium or Chrome is installed' }]
  await ensureBuilt(['renderer'])
  const folder = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  const path = join(folder, 'so.ocop')
  await (await openLargeRegister(path)).dispose()
  const host = fork(join(import.meta.dirname, 'screen-host.ts'), [path])
  const [address] = (await once(host, 'message')) as [string]
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']
  // Without the wait for the display's next refresh, which is the screen's and not ours.
  const unpaced = ['--disable-frame-rate-limit', '--disable-gpu-vsync']
  const browser = await chromium.launch({ executablePath: found.path, args: [...args, ...unpaced] })
  try {
    const empty = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await empty.setContent('<!doctype html><title>bare</title><input autofocus>')
    await empty.locator('input').focus()
    const bare = await measureAll(empty, [places[0]?.queries.join(' ') ?? ''])
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.goto(address)
    const rows: BenchRow[] = []
    for (const place of places) {
      // Anew, so that no table of the list before is taken for this one.
      await page.evaluate((at) => void (location.hash = at), place.at)
      await page.reload()
      await page.locator('main').getByRole('table').waitFor()
      await page.keyboard.press(place.shortcut)
      await place.field(page).waitFor()
      await place.field(page).focus()
      await measure(page, 'ong hoa')
      rows.push(...rowsOf(place, await measureAll(page, place.queries), bare))
      await page.keyboard.press('Escape')
    }
    return rows
  } finally {
    await browser.close()
    const gone = once(host, 'exit')
    host.kill('SIGTERM')
    await gone
    rmSync(folder, { recursive: true, force: true })
  }
}

type Measured = {
  readonly took: readonly number[]
  /** Milliseconds of the page's main thread at a key. */
  readonly work: number
}

function rowsOf({ name }: Place, ours: Measured, theirs: Measured): readonly BenchRow[] {
  const [mine, bare] = [percentile(ours.took, 0.95), percentile(theirs.took, 0.95)]
  return [
    {
      name: `key to painted list ${name}, ${registerSize.products} products, p95`,
      value: milliseconds(mine),
      against: `an empty field's key to paint: ${milliseconds(bare)}`,
      ratio: mine / bare,
      aim: '≤ 30 ms',
      note: `p50 ${milliseconds(percentile(ours.took, 0.5))}, ${ours.took.length} keys; the field alone p50 ${milliseconds(percentile(theirs.took, 0.5))}`,
    },
    {
      name: `the page’s own work at a key ${name}, processor time`,
      value: milliseconds(ours.work),
      against: `of the empty field: ${milliseconds(theirs.work)}`,
      ratio: ours.work / theirs.work,
      aim: '',
    },
  ]
}

async function measureAll(page: Page, queries: readonly string[]): Promise<Measured> {
  const took: number[] = []
  const worked = await pageWork(page, async () => {
    for (const query of queries) took.push(...(await measure(page, query)))
  })
  return { took, work: worked / took.length }
}

/** Milliseconds of the page's main thread, whatever else the machine does. */
async function pageWork(page: Page, work: () => Promise<unknown>): Promise<number> {
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const worked = async () => {
    const { metrics } = await devTools.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
  }
  const before = await worked()
  await work()
  return (await worked()) - before
}

/** Milliseconds from each key to the end of the frame that shows the last that it changed in the list within the window. */
async function measure(page: Page, query: string): Promise<number[]> {
  await page.evaluate(() => {
    const field = document.activeElement as HTMLInputElement
    field.select()
    const taken: number[] = []
    const painted = new MessageChannel()
    let began = 0
    painted.port1.addEventListener('message', () => (taken[taken.length - 1] = performance.now() - began))
    painted.port1.start()
    const draw = (): number => requestAnimationFrame(() => painted.port2.postMessage(null))
    const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement)
    const holdsList = (node: Node): boolean => elementOf(node)?.querySelector('table') != null
    const isOfList = (node: Node): boolean => elementOf(node)?.closest('table, [role=dialog]') != null
    const isInSight = (node: Node): boolean => {
      const element = elementOf(node)
      if (element === null || !element.isConnected) return true
      const { top, bottom } = element.getBoundingClientRect()
      return top < innerHeight && bottom > 0
    }
    const seen = new MutationObserver((changes) => {
      const changed = changes.flatMap(({ type, target, addedNodes, removedNodes }) => {
        const nodes = type === 'childList' ? [...addedNodes, ...removedNodes] : [target]
        return isOfList(target) ? nodes : nodes.filter(holdsList)
      })
      if (changed.some(isInSight)) draw()
    })
    seen.observe(document.body, { childList: true, subtree: true, characterData: true })
    const press = (): void => {
      began = performance.now()
      taken.push(0)
      draw()
    }
    window.addEventListener('keydown', press, { capture: true })
    const stop = (): void => {
      window.removeEventListener('keydown', press, { capture: true })
      seen.disconnect()
    }
    Object.assign(window, { searchTaken: taken, searchStop: stop })
  })
  for (const key of query) {
    await page.keyboard.press(key === ' ' ? 'Space' : key)
    await wait(betweenKeys)
  }
  return page.evaluate(() => {
    const measured = window as unknown as { readonly searchTaken: number[]; readonly searchStop: () => void }
    measured.searchStop()
    return measured.searchTaken
  })
}
