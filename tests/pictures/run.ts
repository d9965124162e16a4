import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { sectionOfRoute } from '../../renderer/app/help/help-places.ts'
import { ensureBuilt } from '../../scripts/ensure-built.ts'
import { startHost } from '../e2e/hosts/browser-host.ts'
import { brokenDates } from '../helpers/broken-dates.ts'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { presentBrowser } from '../helpers/find-browser.ts'
import { fillFile, type FilledFile } from './filled-file.ts'

// npm run pictures -- DIR [WORD …]: every route (or those with one of the words) at the sizes of offices' screens, light and
// dark, each as DIR/SIZE-SCHEME/NAME.png; and what axe finds there.

const sizes = [
  { width: 683, height: 384 },
  { width: 1093, height: 570 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const

/** What an address opens in a route; the numbers are those that the filled file gives. */
const views: Readonly<Record<string, readonly string[]>> = {
  '/sessions/$sessionId/scoring': ['item=14', 'item=14&member=10'],
  '/sessions/$sessionId/paper': ['item=12&member=10'],
  '/sessions/$sessionId/results': ['item=14'],
  '/sessions/$sessionId/documents': ['kind=minutes'],
}

const [folder, ...words] = process.argv.slice(2)
if (folder === undefined) {
  console.error('npm run pictures -- DIR [WORD …]')
  process.exitCode = 2
} else {
  await takePictures(resolve(folder))
}

async function takePictures(to: string): Promise<void> {
  const found = presentBrowser()
  if (found === null) throw new Error('no Chromium or Chrome is installed')
  await ensureBuilt(['main', 'renderer', 'room'])
  const data = mkdtempSync(join(tmpdir(), 'ocop-pictures-'))
  const host = await startHost(data)
  const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const page = await browser.newPage({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', viewport: sizes[2] })
    await page.goto(host.address)
    const screens = screensOf(await fillFile(page)).filter(
      ({ path }) => words.length === 0 || words.some((word) => path.includes(word)),
    )
    for (const { name, path } of screens) {
      await show(page, path)
      await expectAccessible(page).catch((error: Error) => console.error(`${name}: ${error.message}`))
      for (const date of await brokenDates(page)) console.error(`${name}: ${date} is broken`)
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      for (const size of sizes) {
        await page.setViewportSize(size)
        const place = join(to, `${size.width}-${colorScheme}`)
        mkdirSync(place, { recursive: true })
        for (const { name, path } of screens) {
          await show(page, path)
          await page.screenshot({ path: join(place, `${name}.png`) })
        }
      }
    }
  } finally {
    await browser.close()
    await host.stop()
    rmSync(data, { recursive: true, force: true })
  }
}

type Screen = { readonly name: string; readonly path: string }

/** Every route as it is laid, and views that an address opens in one. */
function screensOf(file: FilledFile): readonly Screen[] {
  const paths = Object.keys(sectionOfRoute).flatMap((route) => {
    const path = route
      .replace('$sessionId', `${file.openSession}`)
      .replace('$councilId', `${file.council}`)
      .replace('$roundId', `${file.round}`)
      .replace('$packageId', `${file.package}`)
      .replace('$key', file.criteria)
      .replace('/$', '/khong-co')
    return [path, ...(views[route] ?? []).map((view) => `${path}?${view}`)]
  })
  return paths.map((path) => ({ path, name: path.slice(1).replaceAll(/[/?=&]+/g, '-') || 'today' }))
}

/** Shows the route until nothing of it is on its way any more. */
async function show(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => void (location.hash = hash), path)
  await page.locator('main').locator('h1, [data-testid]').filter({ visible: true }).first().waitFor()
  await page.evaluate(untilStill)
  // What comes by itself: papers that are being made, their pages and scanned ones, drawn after they stand there.
  await page.getByText('Đang lập văn bản…').waitFor({ state: 'hidden' })
  await page
    .getByText(/^Đang mở ảnh trang/)
    .first()
    .waitFor({ state: 'hidden' })
  await page.waitForFunction(isDrawn)
  await page.evaluate(untilStill)
}

/** Runs in the page: every page of a paper is drawn and every picture has come. */
function isDrawn(): boolean {
  const papers = [...document.querySelectorAll('[data-testid=preview] [data-page] canvas')]
  const pictures = [...document.querySelectorAll('img')]
  return papers.every((page) => page.matches('[data-drawn]')) && pictures.every((picture) => picture.complete)
}

/** Runs in the page: nothing of it has changed for a while. */
function untilStill(): Promise<void> {
  return new Promise((resolve) => {
    const still = () => {
      observer.disconnect()
      resolve()
    }
    let timer = window.setTimeout(still, 400)
    const observer = new MutationObserver(() => {
      window.clearTimeout(timer)
      timer = window.setTimeout(still, 400)
    })
    observer.observe(document.body, { subtree: true, childList: true, attributes: true })
  })
}
