import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { runShell } from '../../helpers/electron-stand-in/run-shell.ts'
import { temporaryFolder } from '../../helpers/loopback.ts'

// What the Electron shell promises, one test each, on the compiled main and preload with a stand-in for Electron.

type Call = { readonly name: string; readonly args: readonly unknown[] }
type Answer = {
  readonly code: number
  readonly headers: Record<string, string>
  readonly bytes: number
  readonly html: string
}
type Report = {
  readonly calls: readonly Call[]
  readonly menu: readonly { readonly label: string; readonly submenu: readonly { label?: string; role?: string }[] }[]
  readonly windows: number
  readonly webPreferences: Record<string, unknown>
  readonly exposed: Record<string, unknown>
  readonly status: unknown
  readonly created: unknown
  readonly opened: unknown
  readonly room: unknown
  readonly stale: unknown
  readonly ports: Record<string, boolean>
  readonly pageMessages: Record<string, boolean>
  readonly pages: Record<string, Answer>
  readonly navigation: Record<string, boolean>
  readonly requests: Record<string, boolean>
  readonly projector: {
    readonly allowed: string
    readonly denied: Record<string, string>
    readonly fromTheScreen: string
    readonly webPreferences: unknown
    readonly isAnswered: boolean
    readonly closed: number
    readonly isAnsweredAfter: boolean
  }
  readonly permissions: unknown
  readonly shownBeforeReady: number
  readonly secondInstance: unknown
  readonly handed: Record<string, unknown>
}

let shell: Report
beforeAll(async () => {
  shell = await runShell<Report>()
})

const indexOf = (name: string) => shell.calls.findIndex((call) => call.name === name)

describe('the window', () => {
  test('is sandboxed, also by the application as a whole', () => {
    expect(shell.webPreferences['sandbox']).toBe(true)
    expect(indexOf('enableSandbox')).toBeGreaterThanOrEqual(0)
    expect(indexOf('enableSandbox')).toBeLessThan(indexOf('whenReady'))
  })
  test('isolates the page from the preload', () => expect(shell.webPreferences['contextIsolation']).toBe(true))
  test('gives the page no Node, in workers and frames neither', () => {
    expect(shell.webPreferences).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
    })
  })
  test('keeps the same-origin policy', () => expect(shell.webPreferences['webSecurity']).toBe(true))
  test('has no plug-ins', () => expect(shell.webPreferences['plugins'] ?? false).toBe(false))
  test('has no webview tag', () => expect(shell.webPreferences['webviewTag']).toBe(false))
  test('fetches no dictionaries, nor does its session', () => {
    expect(shell.webPreferences['spellcheck']).toBe(false)
    expect(shell.calls).toContainEqual({ name: 'setSpellCheckerEnabled', args: [false] })
  })
  test('shows the page of app://, when it is ready and not before', () => {
    expect(shell.calls).toContainEqual({ name: 'loadURL', args: ['app://ocop/'] })
    expect(shell.shownBeforeReady).toBe(0)
  })
})

describe('the preload', () => {
  test('exposes one constant and no function', () => expect(shell.exposed).toEqual({ ocopHost: { kind: 'electron' } }))
  test('hands on the port of its own page only', () => {
    expect(shell.pageMessages).toEqual({
      own: true,
      fromAnotherWindow: false,
      fromAnotherOrigin: false,
      ofAnotherKind: false,
      withoutPort: false,
    })
  })
})

describe('the port bridge', () => {
  test('serves the application through preload and port', () => {
    expect(shell.status).toMatchObject({
      open: null,
      host: { kind: 'electron', hasFileDialogs: true },
      appVersion: '9.9.9',
    })
  })
  test('answers the top frame of the window', () => expect(shell.ports['own']).toBe(true))
  test.each(['ofAnotherContents', 'ofChildFrame', 'ofGoneFrame', 'ofForeignPage', 'ofLookalikeOrigin', 'twoAtOnce'])(
    'does not answer a port %s',
    (sender) => expect(shell.ports[sender]).toBe(false),
  )
  test('keeps one port a window: the last one replaces the one before', () => {
    expect(['silent', true]).toContain(shell.stale)
  })
})

describe('app://', () => {
  test('is registered before the application is ready, without CORS or a bypass of the policy', () => {
    expect(shell.calls).toContainEqual({
      name: 'registerSchemesAsPrivileged',
      args: [[{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]],
    })
    expect(indexOf('registerSchemesAsPrivileged')).toBeLessThan(indexOf('whenReady'))
  })
  test('serves the page with the strict policy', () => {
    const page = shell.pages['app://ocop/']
    expect(page?.code).toBe(200)
    expect(page?.bytes).toBeGreaterThan(100)
    expect(page?.headers['content-security-policy']).toMatch(/default-src 'none'; script-src 'self';/)
    expect(page?.headers['x-content-type-options']).toBe('nosniff')
  })
  test('lets in style elements by a nonce of each delivery, and no others', () => {
    const nonces = [shell.pages['app://ocop/'], shell.pages['again']].map((page) => {
      const nonce = /'nonce-([^']+)'/.exec(page?.headers['content-security-policy'] ?? '')?.[1] ?? 'none'
      expect(page?.html).toContain(`property="csp-nonce" nonce="${nonce}"`)
      return nonce
    })
    expect(new Set(nonces).size).toBe(2)
    expect(JSON.stringify(shell.pages)).not.toMatch(/unsafe-|frame-src/)
  })
  test.each([
    'app://ocop/../main/index.js',
    'app://ocop/%2e%2e/main/index.js',
    'app://ocop/..%2fmain%2findex.js',
    'app://ocop/..%5cmain%5cindex.js',
    'app://ocop/%2e%2e%2f%2e%2e%2fpackage.json',
    'app://ocop/C:/Windows/win.ini',
    'app://other/',
    'app://ocop/none.js',
    'post',
  ])('does not serve %s', (url) => {
    expect(shell.pages[url]).toMatchObject({ code: 404, bytes: 0 })
  })
})

describe('navigation', () => {
  test.each(['reload', 'route'])('%s is the application itself', (kind) => {
    expect(shell.navigation[kind]).toBe(true)
  })
  test.each([
    'frame',
    'blobInFrame',
    'blobAsPage',
    'foreignBlob',
    'web',
    'webInFrame',
    'file',
    'lookalike',
    'script',
    'redirect',
    'webview',
  ])('%s is denied', (kind) => expect(shell.navigation[kind]).toBe(false))
})

describe('the network', () => {
  test('is taken from Chromium before the application is ready, with its search for proxies', () => {
    const switches = shell.calls.filter(({ name }) => name === 'appendSwitch')
    expect(switches.map(({ args }) => args)).toEqual([['host-resolver-rules', 'MAP * ~NOTFOUND'], ['no-proxy-server']])
    expect(shell.calls.findLastIndex(({ name }) => name === 'appendSwitch')).toBeLessThan(indexOf('whenReady'))
  })
  test('is not asked for names over HTTPS', () => {
    expect(shell.calls).toContainEqual({ name: 'configureHostResolver', args: [{ secureDnsMode: 'off' }] })
  })
  test('is not reached by calls between browsers', () => {
    expect(shell.calls).toContainEqual({ name: 'setWebRTCIPHandlingPolicy', args: ['disable_non_proxied_udp'] })
  })
  test('is refused by the session to every web contents: only the page and its own bytes are fetched', () => {
    const passed = Object.keys(shell.requests).filter((url) => shell.requests[url])
    expect(passed).toEqual(['app://ocop/assets/index-1.js', 'blob:app://ocop/1b4e', 'data:image/png;base64,AA=='])
    expect(Object.keys(shell.requests).length).toBeGreaterThan(passed.length)
  })
})

describe('a second window', () => {
  test('is the room’s screen, as closed off as the first', () => {
    expect(shell.projector.allowed).toBe('allow')
    expect(shell.projector.webPreferences).toEqual(shell.webPreferences)
  })
  test('is denied for any other address', () => {
    expect(Object.keys(shell.projector.denied).length).toBeGreaterThan(5)
    expect(new Set(Object.values(shell.projector.denied))).toEqual(new Set(['deny']))
  })
  test('opens none itself', () => expect(shell.projector.fromTheScreen).toBe('deny'))
  test('is served, and closes with the window', () => {
    expect(shell.projector).toMatchObject({ isAnswered: true, closed: 1, isAnsweredAfter: false })
  })
})

test('every permission is denied, asked or checked, and every device', () => {
  expect(shell.permissions).toEqual({
    requested: [false, false, false, false, false, false],
    check: false,
    device: false,
  })
})

describe('native dialogs', () => {
  test('say where a new workspace goes', () => {
    expect(shell.created).toMatchObject({ name: 'Hội đồng thử' })
    const asked = shell.calls.find(({ name }) => name === 'showSaveDialog')?.args[0]
    expect(asked).toMatchObject({
      defaultPath: expect.stringMatching(/documents.Hội đồng thử\.ocop$/),
      filters: [{ extensions: ['ocop'] }],
    })
  })
  test('that are cancelled open nothing', () => expect(shell.opened).toBeNull())
})

test('the meeting room can be opened from the window', () => {
  expect(shell.room).toMatchObject({ isAvailable: true, open: null })
})

describe('single instance', () => {
  test('takes the lock of its own data folder', () => {
    const folder = shell.calls.findIndex(({ name, args }) => name === 'setPath' && args[0] === 'userData')
    expect(folder).toBeGreaterThanOrEqual(0)
    expect(indexOf('requestSingleInstanceLock')).toBeGreaterThan(folder)
  })
  test('a second start brings the first window back', () => {
    expect(shell.secondInstance).toEqual({ restored: 1, focused: 1, windows: 1 })
  })
  test('the second one says so and ends without a window', async () => {
    let printed = ''
    const hear = (text: string) => {
      printed = text
    }
    const second = await runShell<Report>({ env: { STAND_IN_SECOND_INSTANCE: '1' }, hear })
    expect(printed).toMatch(/^Chương trình đang chạy; cửa sổ của nó đã được đưa lên trước\.\n/)
    expect(second.windows).toBe(0)
    expect(second.calls.map(({ name }) => name)).toContain('app.quit')
    expect(second.calls.map(({ name }) => name)).not.toContain('whenReady')
  })
})

test('a relative OCOP_DATA is absolute before Electron, which takes no other, sees it', async () => {
  const folder = temporaryFolder()
  const env = { OCOP_DATA: basename(folder.path), INIT_CWD: dirname(folder.path), STAND_IN_SECOND_INSTANCE: '1' }
  const { calls } = await runShell<Report>({ env })
  folder.remove()
  expect(calls).toContainEqual({ name: 'setPath', args: ['userData', join(folder.path, 'chromium')] })
})

describe('a file that the system hands over', () => {
  test('waits for the page, by its name and place', () => {
    expect(shell.handed['afterClose']).toMatchObject({ name: 'Hồ sơ mới' })
  })
  test('that is open already changes nothing', () => expect(shell.handed['openFile']).toBeNull())
  test('is found from the folder of whoever started the second instance', () => {
    expect(shell.handed['relative']).toMatchObject({ name: 'không có' })
    expect(shell.handed['url']).toEqual(shell.handed['relative'])
  })
  test('is none where the command line names only switches', () => expect(shell.handed['none']).toBeNull())
  test('by the first command line waits too, from before the window was there', async () => {
    const first = await runShell<Report>({ argv: ['không có.ocop'] })
    expect(first.status).toMatchObject({ handed: { name: 'không có' } })
  })
})

test('the menu is Vietnamese and every entry that acts has a label', () => {
  expect(shell.menu.map(({ label }) => label)).toEqual(expect.arrayContaining(['Tệp', 'Sửa', 'Xem']))
  const acting = shell.menu.flatMap(({ submenu }) => submenu).filter(({ role }) => role !== undefined)
  expect(acting.length).toBeGreaterThan(0)
  for (const { label } of acting) expect(label).toMatch(/\p{L}/u)
})

test('packaged, it has no developer tools and shows no other page', async () => {
  const env = { STAND_IN_PACKAGED: '1', ELECTRON_RENDERER_URL: 'http://127.0.0.1:5173' }
  const packaged = await runShell<Report>({ env })
  expect(packaged.webPreferences['devTools']).toBe(false)
  expect(packaged.calls).toContainEqual({ name: 'loadURL', args: ['app://ocop/'] })
  expect(packaged.calls).toContainEqual({ name: 'appendSwitch', args: ['host-resolver-rules', 'MAP * ~NOTFOUND'] })
  expect(packaged.requests['http://127.0.0.1:5173/']).toBe(false)
  expect(packaged.menu.flatMap(({ submenu }) => submenu.map(({ role }) => role))).not.toContain('toggleDevTools')
})

test('packaged and without its sandbox, it says what helps and opens no window', async () => {
  const { calls } = await runShell<Report>({ env: { STAND_IN_PACKAGED: '1' }, argv: ['--no-sandbox'] })
  expect(calls).toContainEqual({
    name: 'showErrorBox',
    args: ['Hội đồng OCOP không mở được cửa sổ', expect.stringContaining('cài gói .deb')],
  })
  expect(calls).toContainEqual({ name: 'app.exit', args: [1] })
  expect(calls.map(({ name }) => name)).not.toContain('loadURL')
})

test('--session runs the batch mode without a window and ends with its code', async () => {
  const out = mkdtempSync(join(tmpdir(), 'văn bản '))
  try {
    const { calls } = await runShell<Report>({ argv: ['--session', join(out, 'none.xlsx'), '--out', out] })
    expect(calls).toContainEqual({ name: 'app.exit', args: [2] })
    expect(calls.map(({ name }) => name)).not.toContain('loadURL')
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
})
