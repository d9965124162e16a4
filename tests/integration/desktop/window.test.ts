import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { driveWindow, reopenFile } from '../../desktop/helpers/drive-window.ts'
import { withWindow } from '../../desktop/helpers/open-window.ts'
import { presentBrowser } from '../../helpers/find-browser.ts'
import { temporaryFolder } from '../../helpers/loopback.ts'

// The steps of the workflow that drive the packaged window, against a Chromium that stands in for it.

const { path: folder, remove } = temporaryFolder()
afterAll(remove)
const hasBrowser = presentBrowser({ hasWindow: true }) !== null
if (!hasBrowser) console.warn('Left out: the steps that drive a window need Chromium or Chrome, which is not here.')

const program = {
  command: process.execPath,
  args: [join(import.meta.dirname, '../../helpers/desktop/window-program.ts'), join(folder, 'dữ liệu')],
}
const isPage = (url: string) => url.startsWith('http://127.0.0.1:')

test.runIf(hasBrowser)(
  'a ballot is keyed and the minutes are drawn over the debugging port, and the file opens again',
  async () => {
    const first = await withWindow({ program, folder, isPage, use: driveWindow })
    expect(first).toMatchObject({ code: 0, left: [] })
    const again = await withWindow({ program, folder, isPage, use: reopenFile })
    expect(again).toMatchObject({ code: 0, left: [] })
  },
  180_000,
)

test.runIf(hasBrowser)(
  'what the page reaches for is written down',
  async () => {
    const ended = await withWindow({
      program,
      folder,
      isPage,
      // Nobody answers there: it is enough that it was tried.
      use: async (page) => {
        await page.goto('http://192.0.2.7:8123/', { timeout: 2000 }).catch(() => null)
      },
    })
    expect(ended.left).toContain('192.0.2.7:8123')
  },
  120_000,
)

test('a program that ends at once is told, with what it said', async () => {
  const broken = { command: process.execPath, args: ['-e', 'console.error("hỏng"); process.exit(7)', '--'] }
  await expect(withWindow({ program: broken, folder, use: driveWindow })).rejects.toThrow(/hỏng/)
})
