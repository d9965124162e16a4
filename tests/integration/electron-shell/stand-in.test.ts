import { fork } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { MessageChannel } from 'node:worker_threads'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { StandInPort } from '../../helpers/electron-stand-in/port.ts'
import { openCalls } from '../../helpers/ipc-calls.ts'
import { temporaryFolder } from '../../helpers/loopback.ts'

// The stand-in for Electron fails where Electron fails: a main that gets away with something here would not there.

const folder = temporaryFolder()
const standIn = join(import.meta.dirname, '../../helpers/electron-stand-in')
let child: ReturnType<typeof fork>
let evaluate: <Answer>(run: (electron: never) => Answer | Promise<Answer>) => Promise<Answer>
let said = ''

beforeAll(async () => {
  // A main that does nothing but live.
  const main = join(folder.path, 'out', 'main')
  mkdirSync(main, { recursive: true })
  writeFileSync(join(main, 'index.js'), "import { app } from 'electron'\napp.on('window-all-closed', () => {})\n")
  writeFileSync(join(folder.path, 'out', 'package.json'), '{ "type": "module" }')
  child = fork(join(standIn, 'run-window.ts'), [join(folder.path, 'out')], {
    execArgv: ['--import', pathToFileURL(join(standIn, 'register.ts')).href],
    env: { ...process.env, OCOP_DATA: join(folder.path, 'data'), STAND_IN_APP_PATH: folder.path },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  })
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const { call } = openCalls(child, { asksToStay: () => true, leave: () => {}, load: () => {} })
  evaluate = (run) => call('evaluate', run.toString(), null)
})
afterAll(() => {
  child.kill()
  folder.remove()
})

type App = { readonly setPath: (name: string, path: string) => void; readonly getPath: (name: string) => string }
type Window = {
  readonly close: () => void
  readonly show: () => void
  readonly loadURL: (url: string) => Promise<void>
  readonly webContents: { readonly on: (name: string, listener: (event: Event) => void) => void }
  readonly isDestroyed: () => boolean
  readonly once: (name: string, listener: () => void) => void
}
type Module = {
  readonly app: App
  readonly BrowserWindow: new (options: object) => Window
  readonly utilityProcess: { readonly fork: (script: string) => unknown }
  readonly record: { readonly missingPaths: Set<string> }
}

test('a path of the application must be absolute', async () => {
  await expect(evaluate(({ app }: Module) => app.setPath('userData', 'data'))).rejects.toThrow('must be absolute')
})

test('a folder that the system cannot reach throws', async () => {
  const asked = evaluate(({ app, record }: Module) => {
    record.missingPaths.add('documents')
    return app.getPath('documents')
  })
  await expect(asked).rejects.toThrow("Failed to get 'documents' path")
})

test('a process of its own is forked by nobody before the application is ready', async () => {
  await expect(evaluate(({ utilityProcess }: Module) => utilityProcess.fork('/worker.js'))).rejects.toThrow(
    'app is ready',
  )
})

test('a rejection that nobody handles is a warning, and the process lives on', async () => {
  await evaluate(() => void Promise.reject(new Error('left alone')))
  expect(await evaluate(() => 'alive')).toBe('alive')
  await expect.poll(() => said).toContain('left alone')
})

test('a closed window throws at every use', async () => {
  const used = evaluate(({ BrowserWindow }: Module) => {
    const window = new BrowserWindow({})
    window.close()
    window.show()
  })
  await expect(used).rejects.toThrow('Object has been destroyed')
})

test('a page that asks to stay keeps its window, unless main prevents that', async () => {
  const closeShown = (isPrevented: boolean) =>
    `async ({ BrowserWindow }) => {
      const window = new BrowserWindow({})
      await window.loadURL('app://ocop/')
      if (${isPrevented}) window.webContents.on('will-prevent-unload', (event) => event.preventDefault())
      const ended = new Promise((resolve) => {
        window.once('closed', resolve)
        window.once('stand-in-stayed', resolve)
      })
      window.close()
      await ended
      return window.isDestroyed()
    }`
  const asFunction = (source: string) => ({ toString: () => source }) as unknown as () => boolean
  expect(await evaluate(asFunction(closeShown(false)))).toBe(false)
  expect(await evaluate(asFunction(closeShown(true)))).toBe(true)
})

test('a port carries what structured clone takes, and neither files nor foreign ports', () => {
  const { port1, port2 } = new MessageChannel()
  const port = new StandInPort(port1)
  expect(() => port.postMessage({ act: () => {} })).toThrow('could not be cloned')
  expect(() => port.postMessage(new File(['a'], 'a.txt'))).toThrow('could not be cloned')
  expect(() => port.postMessage('text', [port2])).toThrow('not a valid port')
  expect(() => port.postMessage({ bytes: new Uint8Array(3) })).not.toThrow()
  port.close()
  port2.close()
})
