import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { presentBrowser } from './tests/helpers/find-browser.ts'

const browser = presentBrowser()
const isRoot = process.getuid?.() === 0
const hasElectron = (process.env['OCOP_ELECTRON'] ?? '') !== ''

/** Chromium's sandbox does not run as root, and a closed network should not see it try. */
const closedMachineFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  // A test waits for half of its time, for the page, the program or the disk: another has the processor meanwhile. Not for each
  // processor another: what reads paper gives way to all of them.
  workers: availableParallelism() + 1,
  // Waits end with what the page shows; these limits are for what never comes, also on a machine with other work.
  timeout: 240_000,
  // A busy machine may miss a deadline once; such a test is printed as flaky.
  retries: 2,
  expect: { timeout: 45_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['./tests/e2e/slowest-reporter.ts']],
  use: {
    actionTimeout: 45_000,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1366, height: 768 },
    // Written along with every test it costs a fifth of the run.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(browser === null ? {} : { executablePath: browser.path }),
      args: isRoot || process.env['CI'] !== undefined ? closedMachineFlags : [],
    },
  },
  projects: [
    // Every specification on the compiled main and preload: what Electron loads.
    { name: 'compiled', grepInvert: /@browser-only/ },
    // What only the browser over the loopback host has, and a few of the others.
    { name: 'chromium', grep: /@browser/ },
    // scripts/e2e.ts says why where it is left out.
    ...(hasElectron ? [{ name: 'electron', grepInvert: /@browser-only/ }] : []),
  ],
})
