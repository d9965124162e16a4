import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { startHost } from '../../e2e/hosts/browser-host.ts'
import { presentBrowser } from '../find-browser.ts'

// In the place of a packaged program, for the steps that drive one: `npm start`'s host, and a Chromium that shows its
// page, takes the same switches, and ends with its window. First argument: the folder for its data.

const [folder = '', ...switches] = process.argv.slice(2)
const browser = presentBrowser({ hasWindow: true })
if (browser === null) throw new Error('no browser')
const host = await startHost(folder)
const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // As the program's own rule for names: what its Chromium asks for unasked leads nowhere, but for what a test asks.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE 192.0.2.7',
]
const chromium = spawn(browser.path, [...flags, `--user-data-dir=${folder}/chromium`, ...switches, host.address])
createInterface(chromium.stderr).on('line', (line) => console.error(line))
process.on('SIGTERM', () => chromium.kill())
const ended = once(chromium, 'close')

const port = switches.find((given) => given.startsWith('--remote-debugging-port='))?.split('=')[1]
let hadPage = false
while (chromium.exitCode === null && chromium.signalCode === null) {
  const pages = await countPages()
  hadPage ||= pages > 0
  if (hadPage && pages === 0) chromium.kill('SIGTERM')
  await wait(100)
}
await ended
await host.stop()

/** Those that the window's Chromium shows; -1 where it does not answer. */
async function countPages(): Promise<number> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`)
    const targets = (await answer.json()) as readonly { readonly type: string }[]
    return targets.filter(({ type }) => type === 'page').length
  } catch {
    return -1
  }
}
