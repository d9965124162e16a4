import type { BrowserContext, Page } from '@playwright/test'
import type * as electron from 'electron'

/** The application as a specification has it: a page that shows it, and the process behind. */
export type AppHost = {
  readonly page: Page
  /** The window's main process; null in a browser over the loopback host. */
  readonly shell: Shell | null
  /** Ends the page and the application in order. */
  readonly stop: () => Promise<void>
  /** What the application said on its error output or wrote into its log of errors. */
  readonly defects: () => readonly string[]
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
}
