import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Dialog, Page } from '@playwright/test'
import type { PageDownload } from '../../helpers/electron-stand-in/download.ts'
import { forkMain } from '../../helpers/electron-stand-in/fork-main.ts'
import { pageShim } from '../../helpers/electron-stand-in/page-shim.ts'
import { pageClipboard, type AppHost, type HostOptions, type Shell } from './app-host.ts'
import { installPortSharing } from './share-port.ts'

const root = join(import.meta.dirname, '../../..')
const out = join(root, 'out')

/**
 * The compiled main and preload, as Electron loads them, against the stand-in: its page in the test's own Chromium, the
 * page's port carried to main. What Chromium does for Electron's windows, this does for them.
 */
export async function openCompiled({ dataFolder, newContext }: HostOptions): Promise<AppHost> {
  const context = await newContext()
  const page = await context.newPage()
  const loaded = Promise.withResolvers<void>()
  const pageOf = (index: number): Page => context.pages()[index] ?? page
  const handlers = {
    load: async (url: string) => {
      const { origin } = new URL(url)
      await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin })
      await context.addInitScript(installPortSharing)
      await context.addInitScript({
        content: pageShim({ preload: readFileSync(join(out, 'preload', 'index.cjs'), 'utf8'), origin }),
      })
      await page.goto(url).then(() => loaded.resolve(), loaded.reject)
    },
    reload: (index: number) => pageOf(index).reload(),
    asksToStay: (index: number) => asksToStay(pageOf(index)),
    leave: async (index: number, isLeaving: boolean) => {
      await answerQuestion(pageOf(index), isLeaving)
    },
  }
  const main = forkMain({ dataFolder, handlers })
  const { said, ended } = main
  const isGone = ended.then(() => Promise.reject(new Error(`the compiled main ended\n${said.join('\n')}`)))
  await Promise.race([loaded.promise, isGone])
  isGone.catch(() => {})
  context.on('page', (opened) => passDownloads(opened))
  passDownloads(page)

  /** What Chromium downloads, Electron's session hears of. */
  function passDownloads(from: Page): void {
    from.on('download', (download) => {
      void download.path().then((path) => {
        const facts: PageDownload = {
          url: download.url(),
          filename: download.suggestedFilename(),
          mimeType: '',
          path,
        }
        return main.call('download', facts).catch(() => {})
      })
    })
  }

  const shell: Shell = {
    evaluate: (run, arg) => main.call('evaluate', run.toString(), arg),
    kill: main.kill,
  }
  const stop = async () => {
    await context.close()
    await main.call('pageGone').catch(() => {})
    await ended
  }
  const log = join(dataFolder, 'loi.log')
  const defects = () => [...said, ...(existsSync(log) ? [readFileSync(log, 'utf8')] : [])]
  return { page, shell, clipboard: pageClipboard(page), stop, defects }
}

const questions = new WeakMap<Page, Dialog>()

/** Closes the page as its window's button does; true where its `beforeunload` asks first. */
async function asksToStay(page: Page): Promise<boolean> {
  const asked = new Promise<boolean>((resolve) => {
    page.once('dialog', (dialog) => {
      questions.set(page, dialog)
      resolve(true)
    })
    page.once('close', () => resolve(false))
  })
  await page.close({ runBeforeUnload: true })
  return asked
}

async function answerQuestion(page: Page, isLeaving: boolean): Promise<void> {
  const dialog = questions.get(page)
  questions.delete(page)
  if (dialog !== undefined) await (isLeaving ? dialog.accept() : dialog.dismiss())
  else if (isLeaving && !page.isClosed()) await page.close()
}
