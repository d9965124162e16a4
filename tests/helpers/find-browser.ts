import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium } from '@playwright/test'

export type FoundBrowser = { readonly path: string; readonly from: string }

/**
 * A Chromium for the end-to-end tests: Playwright's own, an installed Chrome or Chromium, else one that Playwright or,
 * as root on Debian, apt-get installs.
 *
 * @throws with how to get one, where none can be had
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const present = presentBrowser()
  if (present !== null) return present
  console.log('Không thấy Chromium; đang thử: npx playwright install chromium')
  await run(process.execPath, [join(root, 'node_modules/playwright/cli.js'), 'install', 'chromium'])
  const downloaded = existing(chromium.executablePath(), 'playwright install')
  if (downloaded !== null) return downloaded
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    console.log('Không tải được; đang thử: apt-get install chromium')
    await run('apt-get', ['update'])
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])
    const installed = installedBrowser()
    if (installed !== null) return installed
  }
  throw new Error(
    'không có Chromium hay Google Chrome. Cài một trong hai, hoặc chạy: npx playwright install chromium (Debian, Ubuntu: apt-get install chromium). Có thể chỉ đường dẫn bằng biến OCOP_BROWSER.',
  )
}

/**
 * What is there without installing anything, or null.
 *
 * @param hasWindow where it must be one that opens windows of its own
 */
export function presentBrowser({ hasWindow = false } = {}): FoundBrowser | null {
  const chosen = process.env['OCOP_BROWSER']
  if (chosen !== undefined && chosen !== '') {
    if (!existsSync(chosen)) throw new Error(`OCOP_BROWSER: không có tệp ${chosen}`)
    return { path: chosen, from: 'OCOP_BROWSER' }
  }
  return existing(chromium.executablePath(), 'playwright') ?? installedBrowser(hasWindow)
}

const root = join(import.meta.dirname, '../..')

function installedBrowser(hasWindow = false): FoundBrowser | null {
  for (const path of candidates(hasWindow)) {
    const found = existing(path, 'installed')
    if (found !== null) return found
  }
  return null
}

function candidates(hasWindow: boolean): readonly string[] {
  const { env, platform } = process
  if (platform === 'darwin') {
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ]
  }
  if (platform === 'win32') {
    const bases = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter((b) => b !== undefined)
    // Edge is Chromium and comes with Windows.
    const tails = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']
    return tails.flatMap((tail) => bases.map((base) => join(base, tail)))
  }
  // Without a browser around the page, as in Electron's windows, a run costs a fifth less.
  const bare = hasWindow ? [] : ['chromium-headless-shell']
  const names = [...bare, 'google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser']
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function existing(path: string, from: string): FoundBrowser | null {
  return existsSync(path) ? { path, from } : null
}

/** Shows what an installer does; its stacks are not shown, since what could not be had is said in a sentence. */
async function run(command: string, args: readonly string[]): Promise<void> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'], timeout: installLimit })
  const ended = once(child, 'close').catch(() => null)
  for await (const line of createInterface(child.stdout)) if (!/^(\s+at |\w*Error)/.test(line)) console.log(line)
  await ended
}

/** In milliseconds: a download that makes no end must not eat the whole run. */
const installLimit = 300_000
