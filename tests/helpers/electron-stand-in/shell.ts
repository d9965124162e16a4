import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { createORPCClient, safe } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { AppClient } from '../../../shared/api/contract.ts'
import { app, connectFrom, ipcMain } from './electron.ts'
import { passesSession, record } from './record.ts'
import { preventable, StandInContents, StandInFrame, StandInWindow, windows } from './window.ts'

// Runs the compiled main and preload against the stand-in, plays what a page or an attacker would do, and prints what
// happened as one JSON line. The tests assert on that; nothing is judged here.

const out = process.argv[2] ?? ''
const foreignWindows = [
  'https://example.org',
  'about:blank',
  'app://ocop/',
  'app://ocop/#/products',
  'app://ocop/#/projector',
  'app://ocop/#/projector?session=3&x=1',
  'app://ocop/#/projector?session=../3',
  'app://ocop.example.org/#/projector?session=3',
  'https://example.org/#/projector?session=3',
]

// As Electron starts it: in a project the program's folder comes first.
process.argv.splice(1, 2, ...(app.isPackaged ? [] : [app.getAppPath()]))
await import(pathToFileURL(join(out, 'main', 'index.js')).href)

if (process.argv.some((arg) => arg === '--session' || arg === '--no-sandbox')) {
  await until(() => callsOf('app.exit').length > 0)
  report({ calls: record.calls })
}
if (process.env['STAND_IN_SECOND_INSTANCE'] === '1') {
  await wait(200)
  report({ calls: record.calls, windows: windows.length })
}
await until(() => callsOf('loadURL').length > 0)

const [window] = windows
if (window === undefined) throw new Error('main opened no window')
const page = startPage()
createRequire(import.meta.url)(join(out, 'preload', 'index.cjs'))

const client = page.connect()
const status = await client.workspace.status()
record.dialogAnswer.save = join(process.env['OCOP_DATA'] ?? '', 'Hồ sơ mới.ocop')
const created = await client.workspace.create({ name: 'Hội đồng thử' })
record.dialogAnswer.open = null
const opened = await client.workspace.open({})
const room = await client.room.status()
const handed = await tryHandedFiles()

const reconnected = page.connect()
await reconnected.workspace.status()
const stale = await Promise.race([
  safe(client.workspace.status()).then(({ error }) => error !== null),
  wait(300, 'silent'),
])

report({
  calls: record.calls.filter(({ name }) => name !== 'setApplicationMenu'),
  menu: callsOf('setApplicationMenu')[0]?.args[0],
  windows: windows.length,
  webPreferences: window.options['webPreferences'],
  windowOptions: { ...window.options, webPreferences: undefined },
  exposed: Object.fromEntries(record.exposed),
  status,
  created,
  opened,
  room,
  stale,
  ports: await tryPorts(window),
  pageMessages: page.tryMessages(),
  pages: await tryPages(),
  navigation: tryNavigation(window),
  requests: tryRequests(),
  permissions: tryPermissions(),
  shownBeforeReady: callsOf('show').length,
  handed,
  secondInstance: trySecondInstance(window),
  // Last, since it ends the window.
  projector: await tryProjector(window),
})

/** The page's side of the preload: a `window` whose messages carry ports, as Chromium's do. */
function startPage() {
  type PageEvent = { source: unknown; origin: string; data: unknown; ports: readonly MessagePort[] }
  const listeners: ((event: PageEvent) => void)[] = []
  const pageWindow = {
    location: { origin: 'app://ocop' },
    addEventListener: (type: string, listener: (event: PageEvent) => void) => {
      if (type === 'message') listeners.push(listener)
    },
  }
  Object.assign(globalThis, { window: pageWindow })
  const send = (event: Partial<PageEvent>) => {
    const { port1, port2 } = new MessageChannel()
    const whole = { source: pageWindow, origin: 'app://ocop', data: 'ocop:connect', ports: [port2], ...event }
    for (const listener of listeners) listener(whole)
    return port1
  }
  const reaches = (event: Partial<PageEvent>) => {
    let count = 0
    const counter = () => void (count += 1)
    ipcMain.on('ocop:connect', counter)
    send(event).close()
    ipcMain.off('ocop:connect', counter)
    return count > 0
  }
  return {
    connect: (): AppClient => createORPCClient(new RPCLink({ port: send({}) })),
    tryMessages: () => ({
      own: reaches({}),
      fromAnotherWindow: reaches({ source: {} }),
      fromAnotherOrigin: reaches({ origin: 'https://example.org' }),
      ofAnotherKind: reaches({ data: 'ocop:other' }),
      withoutPort: reaches({ ports: [] }),
    }),
  }
}

/** True where main answers a call over a port that came from there. */
async function tryPorts(ours: StandInWindow) {
  const answers = async (contents: StandInContents, frame: StandInFrame | null, count = 1) => {
    const channels = Array.from({ length: count }, () => new MessageChannel())
    connectFrom({ contents, frame, ports: channels.map(({ port2 }) => port2) })
    const [first] = channels
    if (first === undefined) throw new Error('no channel')
    const asked: AppClient = createORPCClient(new RPCLink({ port: first.port1 }))
    const answered = await Promise.race([safe(asked.workspace.status()).then((r) => r.isSuccess), wait(250, false)])
    first.port1.close()
    return answered
  }
  const child = new StandInFrame('app://ocop/')
  child.parent = ours.webContents.mainFrame
  const stranger = new StandInContents()
  stranger.mainFrame = new StandInFrame('app://ocop/')
  const results = {
    ofAnotherContents: await answers(stranger, stranger.mainFrame),
    ofChildFrame: await answers(ours.webContents, child),
    ofGoneFrame: await answers(ours.webContents, null),
    twoAtOnce: await answers(ours.webContents, ours.webContents.mainFrame, 2),
    own: await answers(ours.webContents, ours.webContents.mainFrame),
    ofForeignPage: false,
    ofLookalikeOrigin: false,
  }
  ours.webContents.mainFrame = new StandInFrame('https://example.org/')
  results.ofForeignPage = await answers(ours.webContents, ours.webContents.mainFrame)
  ours.webContents.mainFrame = new StandInFrame('app://ocop.example.org/')
  results.ofLookalikeOrigin = await answers(ours.webContents, ours.webContents.mainFrame)
  ours.webContents.mainFrame = new StandInFrame('app://ocop/')
  return results
}

async function tryPages() {
  const handler = record.pageHandlers.get('app')
  if (handler === undefined) throw new Error('main handles no app://')
  const ask = async (url: string, method = 'GET') => {
    const response = await handler(new Request(url, { method }))
    const { status: code, headers } = response
    const body = Buffer.from(await response.arrayBuffer())
    const html = headers.get('content-type')?.startsWith('text/html') === true ? body.toString('utf8') : ''
    return { code, headers: Object.fromEntries(headers), bytes: body.byteLength, html }
  }
  const urls = [
    'app://ocop/',
    'app://ocop/../main/index.js',
    'app://ocop/%2e%2e/main/index.js',
    'app://ocop/..%2fmain%2findex.js',
    'app://ocop/..%5cmain%5cindex.js',
    'app://ocop/%2e%2e%2f%2e%2e%2fpackage.json',
    'app://ocop/C:/Windows/win.ini',
    'app://other/',
    'app://ocop/none.js',
  ]
  const entries = await Promise.all(urls.map(async (url) => [url, await ask(url)] as const))
  return { ...Object.fromEntries(entries), again: await ask('app://ocop/'), post: await ask('app://ocop/', 'POST') }
}

/** True where main's session let it out. */
function tryRequests() {
  const urls = [
    'app://ocop/assets/index-1.js',
    'blob:app://ocop/1b4e',
    'data:image/png;base64,AA==',
    'http://127.0.0.1:5173/',
    'http://192.168.1.20:47811/',
    'https://example.org/',
    'ws://example.org/',
    'wss://example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'app://ocop.example.org/',
  ]
  return Object.fromEntries(urls.map((url) => [url, passesSession(url)]))
}

/** True where main let it happen. */
function tryNavigation(ours: StandInWindow) {
  const passes = (name: string, facts: Readonly<Record<string, unknown>> = {}) => {
    let isPrevented = false
    ours.webContents.emit(name, { preventDefault: () => void (isPrevented = true), ...facts })
    return !isPrevented
  }
  const navigate = (url: string, isMainFrame = true) => passes('will-frame-navigate', { url, isMainFrame })
  return {
    reload: navigate('app://ocop/'),
    route: navigate('app://ocop/#/san-pham'),
    frame: navigate('app://ocop/', false),
    blobInFrame: navigate('blob:app://ocop/1b4e', false),
    blobAsPage: navigate('blob:app://ocop/1b4e'),
    foreignBlob: navigate('blob:https://example.org/1b4e', false),
    web: navigate('https://example.org/'),
    webInFrame: navigate('https://example.org/', false),
    file: navigate('file:///etc/passwd'),
    lookalike: navigate('app://ocop.example.org/'),
    script: navigate('javascript:alert(1)'),
    redirect: passes('will-redirect', { url: 'https://example.org/' }),
    webview: passes('will-attach-webview'),
  }
}

/** Plays Chromium opening the second window where main allows it. */
async function tryProjector(ours: StandInWindow) {
  const action = (url: string) => ours.webContents.windowOpenHandler({ url }).action
  const url = 'app://ocop/#/projector?session=3'
  const screen = new StandInWindow(ours.webContents.windowOpenHandler({ url }).overrideBrowserWindowOptions ?? {})
  ours.webContents.emit('did-create-window', screen, { url })
  const { webContents } = screen
  webContents.mainFrame = new StandInFrame(url)
  const isAnswered = await answersPort(webContents)
  ours.emit('closed')
  return {
    allowed: action(url),
    denied: Object.fromEntries(foreignWindows.map((other) => [other, action(other)])),
    fromTheScreen: webContents.windowOpenHandler({ url }).action,
    webPreferences: screen.options['webPreferences'],
    isAnswered,
    closed: callsOf('close').length,
    isAnsweredAfter: await answersPort(webContents),
  }
}

async function answersPort(contents: StandInContents): Promise<boolean> {
  const { port1, port2 } = new MessageChannel()
  connectFrom({ contents, frame: contents.mainFrame, ports: [port2] })
  const asked: AppClient = createORPCClient(new RPCLink({ port: port1 }))
  const isAnswered = await Promise.race([safe(asked.workspace.status()).then((r) => r.isSuccess), wait(250, false)])
  port1.close()
  return isAnswered
}

function tryPermissions() {
  const names = ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fullscreen']
  const requested = names.map((name) => {
    let answer: boolean | null = null
    record.session.permissionRequest?.(null, name, (allowed) => void (answer = allowed))
    return answer
  })
  return { requested, check: record.session.permissionCheck?.(), device: record.session.devicePermission?.() }
}

function trySecondInstance(ours: StandInWindow) {
  ours.minimized = true
  const before = callsOf('focus').length
  app.emit('second-instance', {}, ['electron', app.getAppPath()], app.getAppPath(), null)
  return { restored: callsOf('restore').length, focused: callsOf('focus').length - before, windows: windows.length }
}

/** What waits for the page after each way in which a system hands a file over. */
async function tryHandedFiles() {
  const folder = process.env['OCOP_DATA'] ?? ''
  const hand = async (name: string, ...event: readonly unknown[]) => {
    await client.workspace.dropHanded()
    app.emit(name, { preventDefault: () => {} }, ...event)
    return (await client.workspace.status()).handed
  }
  const second = (argument: string) => hand('second-instance', ['electron', app.getAppPath(), argument], folder, null)
  const handed = {
    openFile: await hand('open-file', join(folder, 'Hồ sơ mới.ocop')),
    relative: await second('không có.ocop'),
    url: await second(pathToFileURL(join(folder, 'không có.ocop')).href),
    none: await second('--switch'),
  }
  await client.workspace.close()
  return { ...handed, afterClose: await hand('open-file', join(folder, 'Hồ sơ mới.ocop')) }
}

function callsOf(name: string) {
  return record.calls.filter((call) => call.name === name)
}

async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; !condition(); waited += 20) {
    if (waited > 10_000) throw new Error('the compiled main did not get there in 10 s')
    await wait(20)
  }
}

function report(facts: Readonly<Record<string, unknown>>): never {
  app.emit('will-quit', preventable())
  process.stdout.write(`${JSON.stringify(facts)}\n`)
  process.exit(0)
}
