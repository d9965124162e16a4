import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'

/** A page of a browser that a test drives as little as it can. */
export type PlainPage = {
  /** Runs a function in the page; what goes in and comes out is JSON. */
  readonly evaluate: <Args extends readonly unknown[], Result>(
    work: (...args: Args) => Result,
    ...args: Args
  ) => Promise<Awaited<Result>>
  /** Waits until a function of the page says yes; asked fifty times a second. @throws after `longest` milliseconds */
  readonly until: <Args extends readonly unknown[]>(
    longest: number,
    is: (...args: Args) => boolean,
    ...args: Args
  ) => Promise<void>
  /** Megabytes that all processes of the browser hold once garbage is collected: what several share counts in parts. Linux only. */
  readonly megabytes: () => Promise<number>
  readonly close: () => Promise<void>
}

/**
 * Opens a page in Chromium without what watches a page's network for its driver: that keeps all bodies that were fetched in
 * the page's own process, so that a page's memory cannot be measured through it.
 */
export async function openPlainPage(executablePath: string, address: string): Promise<PlainPage> {
  const profile = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  const quiet = ['--no-first-run', '--disable-extensions', '--disable-sync', '--disable-component-update']
  const bare = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking']
  const own = ['--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank']
  const browser = spawn(executablePath, [...bare, ...quiet, ...own], { stdio: ['ignore', 'ignore', 'pipe'] })
  const gone = once(browser, 'exit')
  const wire = await connect(await addressIn(browser.stderr))
  // What it says from now on is let go, lest it waits for a reader.
  browser.stderr.resume()
  const { targetInfos } = await wire.send<{ targetInfos: Target[] }>('Target.getTargets')
  const targetId = targetInfos.find(({ type }) => type === 'page')?.targetId
  const { sessionId } = await wire.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true })
  const workers = wire.workersOf(sessionId)
  const send = <Answer>(method: string, params: object = {}) => wire.send<Answer>(method, params, sessionId)
  const size = { width: 1366, height: 768, deviceScaleFactor: 1, mobile: false }
  await send('Emulation.setDeviceMetricsOverride', size)
  await send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true })
  await send('Page.navigate', { url: address })
  const page: PlainPage = {
    evaluate: async (work, ...args) => {
      const expression = `(${String(work)})(...${JSON.stringify(args)})`
      const asked = { expression, awaitPromise: true, returnByValue: true }
      const { result, exceptionDetails } = await send<Evaluated>('Runtime.evaluate', asked)
      if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? 'in the page')
      // What the function gives, gone through JSON.
      return result.value as never
    },
    until: async (longest, is, ...args) => {
      for (const end = Date.now() + longest; Date.now() < end; await wait(20))
        if (await page.evaluate(is, ...args)) return
      throw new Error(`not in ${longest} ms: ${String(is)}`)
    },
    megabytes: async () => {
      for (const each of [sessionId, sessionId, ...workers])
        // A worker that ended meanwhile holds nothing.
        await wire.send('HeapProfiler.collectGarbage', {}, each).catch(() => {})
      const { processInfo } = await wire.send<{ processInfo: { id: number }[] }>('SystemInfo.getProcessInfo')
      const kilobytes = processInfo.map(({ id }) => {
        const rollup = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8')
        return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0)
      })
      return kilobytes.reduce((sum, each) => sum + each, 0) / 1024
    },
    close: async () => {
      await wire.send('Browser.close')
      await gone
      rmSync(profile, { recursive: true, force: true })
    },
  }
  return page
}

type Target = { readonly type: string; readonly targetId: string }

type Evaluated = {
  readonly result: { readonly value?: unknown }
  readonly exceptionDetails?: { readonly exception?: { readonly description?: string } }
}

/** Where a browser listens for its driver, as it says itself. */
async function addressIn(said: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: said })) {
    const at = /^DevTools listening on (ws:\S+)$/.exec(line)?.[1]
    if (at !== undefined) return at
  }
  throw new Error('the browser ended before it listened')
}

type Told = {
  readonly id?: number
  readonly method?: string
  readonly sessionId?: string
  readonly params?: { readonly sessionId?: string; readonly targetInfo?: { readonly type: string } }
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

type Asked = {
  /** The session. */
  readonly of: string | undefined
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: Error) => void
}

/** The browser's own protocol: https://chromedevtools.github.io/devtools-protocol/ */
async function connect(address: string) {
  const socket = new WebSocket(address)
  await once(socket, 'open')
  const asked = new Map<number, Asked>()
  const workers = new Map<string, Set<string>>()
  let last = 0
  socket.addEventListener('message', ({ data }) => {
    const told = JSON.parse(String(data)) as Told
    const call = told.id === undefined ? undefined : asked.get(told.id)
    if (told.id !== undefined) asked.delete(told.id)
    if (told.error === undefined) call?.resolve(told.result)
    else call?.reject(new Error(told.error.message))
    const own = workers.get(told.sessionId ?? '')
    const { sessionId, targetInfo } = told.params ?? {}
    if (own === undefined || sessionId === undefined) return
    if (told.method === 'Target.attachedToTarget' && targetInfo?.type === 'worker') own.add(sessionId)
    if (told.method !== 'Target.detachedFromTarget') return
    own.delete(sessionId)
    // Of what is gone no answer comes.
    for (const [id, call] of asked) {
      if (call.of !== sessionId) continue
      asked.delete(id)
      call.reject(new Error('gone'))
    }
  })
  return {
    send: <Answer>(method: string, params: object = {}, sessionId?: string): Promise<Answer> => {
      last += 1
      const id = last
      socket.send(JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) }))
      return new Promise<Answer>((resolve, reject) =>
        asked.set(id, { of: sessionId, resolve: (answer) => resolve(answer as Answer), reject }),
      )
    },
    /** The sessions of the workers that a page has at the time, kept up to date. */
    workersOf: (sessionId: string): ReadonlySet<string> => {
      const own = new Set<string>()
      workers.set(sessionId, own)
      return own
    },
  }
}
