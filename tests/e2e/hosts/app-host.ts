import type { BrowserContext, BrowserContextOptions, Page } from '@playwright/test'
import type * as electron from 'electron'

/** The application as a specification has it: a page that shows it, and the process behind. */
export type AppHost = {
  readonly page: Page
  /** The window's main process; null in a browser over the loopback host. */
  readonly shell: Shell | null
  /** The clipboard that the page copies to and pastes from. */
  readonly clipboard: Clipboard
  /** Ends the page and the application in order. */
  readonly stop: () => Promise<void>
  /** What the application said on its error output or wrote into its log of errors. */
  readonly defects: () => readonly string[]
}

/** Text on a clipboard. */
export type Clipboard = {
  readonly read: () => Promise<string>
  readonly write: (text: string) => Promise<void>
}

/** What tests do in the window's main process, in the stand-in as in Electron itself. */
export type Shell = {
  /** Runs a function there with the `electron` module and a JSON value, and answers with its JSON. */
  readonly evaluate: <Answer, Arg>(
    run: (module: typeof electron, arg: Arg) => Answer | Promise<Answer>,
    arg: Arg,
  ) => Promise<Answer>
  /** As when the machine loses its power. */
  readonly kill: () => Promise<void>
}

/** What a host needs to open its page. */
export type HostOptions = {
  readonly dataFolder: string
  /** A fresh context of the test's browser; the Electron window brings its own. */
  readonly newContext: () => Promise<BrowserContext>
  /** What such a context emulates, for a window that brings its own. */
  readonly emulated: Pick<BrowserContextOptions, 'viewport' | 'locale' | 'timezoneId'>
}

/** The clipboard of a page whose context may use it. */
export function pageClipboard(page: Page): Clipboard {
  return {
    read: () => page.evaluate(() => navigator.clipboard.readText()),
    write: (text) => page.evaluate((written) => navigator.clipboard.writeText(written), text),
  }
}
