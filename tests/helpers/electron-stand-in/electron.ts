import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import { isAbsolute, resolve } from 'node:path'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { StandInMenu } from './menu.ts'
import { StandInPort } from './port.ts'
import { noticeLastWindow, quitInOrder } from './quit.ts'
import { note, record } from './record.ts'
import { StandInUtility } from './utility.ts'
import { driver, StandInWindow, windowNews, windows, type StandInContents, type StandInFrame } from './window.ts'

/**
 * A stand-in for the `electron` module, main and preload side in one process: what the compiled main needs to run, a
 * record of all that it asked for, and the failures that Electron has in store for it. It decides nothing; tests play
 * the person's and Chromium's part.
 */

class StandInApp extends EventEmitter {
  isPackaged = process.env['STAND_IN_PACKAGED'] === '1'
  name = 'Hội đồng OCOP'
  readonly commandLine = {
    appendSwitch: (...given: readonly [name: string, value?: string]) => note('appendSwitch', ...given),
  }
  #isReady = false
  #userData: string | null = null
  enableSandbox(): void {
    note('enableSandbox')
  }
  requestSingleInstanceLock(): boolean {
    note('requestSingleInstanceLock')
    try {
      if (this.#userData !== null) mkdirSync(this.#userData, { recursive: true })
    } catch {
      // A folder that cannot be written and one that is taken are the same to Electron.
      return false
    }
    return process.env['STAND_IN_SECOND_INSTANCE'] !== '1'
  }
  /** Closes the windows one after the other; one that stays keeps the application. */
  quit(): void {
    note('app.quit')
    void quitInOrder(this)
  }
  exit(code = 0): void {
    note('app.exit', code)
    driver.exit(code)
  }
  configureHostResolver(options: unknown): void {
    if (!this.#isReady) throw new Error('configureHostResolver cannot be called before the app is ready')
    note('configureHostResolver', options)
  }
  relaunch(options?: unknown): void {
    note('relaunch', options)
  }
  isReady(): boolean {
    return this.#isReady
  }
  async whenReady(): Promise<void> {
    note('whenReady')
    await Promise.resolve()
    this.#isReady = true
  }
  getPath(name: string): string {
    if (record.missingPaths.has(name)) throw new Error(`Failed to get '${name}' path`)
    const path = resolve(process.env['INIT_CWD'] ?? '', process.env['OCOP_DATA'] ?? '', name)
    mkdirSync(path, { recursive: true })
    return path
  }
  setPath(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute')
    note('setPath', name, path)
    if (name === 'userData') this.#userData = path
  }
  getAppPath(): string {
    return process.env['STAND_IN_APP_PATH'] ?? ''
  }
  getVersion(): string {
    return '9.9.9'
  }
  getLocale(): string {
    return 'vi'
  }
  setAppUserModelId(id: string): void {
    note('setAppUserModelId', id)
  }
  setAboutPanelOptions(options: unknown): void {
    note('setAboutPanelOptions', options)
  }
  showAboutPanel(): void {
    note('showAboutPanel')
  }
  addRecentDocument(path: string): void {
    note('addRecentDocument', path)
  }
  focus(options?: unknown): void {
    note('app.focus', options)
  }
}
export const app = new StandInApp()
Object.assign(process, { resourcesPath: process.env['STAND_IN_RESOURCES_PATH'] ?? process.env['STAND_IN_APP_PATH'] })

StandInUtility.isReady = () => app.isReady()

windowNews.on('made', (contents) => app.emit('web-contents-created', {}, contents))
windowNews.on('closed', () => noticeLastWindow(app))

export { StandInWindow as BrowserWindow, StandInMenu as Menu, StandInUtility as utilityProcess }

export const ipcMain = new EventEmitter()

export const ipcRenderer = {
  /** As Chromium does: the port arrives in the main process with the frame that sent it. */
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Electron's has a channel
  postMessage: (channel: string, _message: unknown, ports: readonly MessagePort[]) => {
    const contents = windows[0]?.webContents
    if (contents === undefined) throw new Error('no window')
    connectFrom({ channel, contents, frame: contents.mainFrame, ports })
  },
}

export function connectFrom({
  channel = 'ocop:connect',
  contents,
  frame,
  ports = [new MessageChannel().port1],
}: {
  readonly channel?: string
  readonly contents: StandInContents
  readonly frame: StandInFrame | null
  readonly ports?: readonly MessagePort[]
}): void {
  ipcMain.emit(channel, { sender: contents, senderFrame: frame, ports: ports.map((port) => new StandInPort(port)) })
}

export const contextBridge = {
  exposeInMainWorld: (name: string, value: unknown) => void record.exposed.set(name, structuredClone(value)),
}

export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown) => note('registerSchemesAsPrivileged', schemes),
  handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => {
    record.pageHandlers.set(scheme, handler)
  },
}

const defaultSession = Object.assign(new EventEmitter(), {
  setPermissionRequestHandler: (handler: NonNullable<typeof record.session.permissionRequest>) => {
    record.session.permissionRequest = handler
  },
  setPermissionCheckHandler: (handler: () => boolean) => {
    record.session.permissionCheck = handler
  },
  setDevicePermissionHandler: (handler: () => boolean) => {
    record.session.devicePermission = handler
  },
  setSpellCheckerEnabled: (isEnabled: boolean) => note('setSpellCheckerEnabled', isEnabled),
  webRequest: {
    onBeforeRequest: (...args: readonly unknown[]) => {
      record.session.beforeRequest = args.at(-1) as NonNullable<typeof record.session.beforeRequest>
    },
  },
})
export const session = { defaultSession }

type DialogCall = readonly [parent: unknown, options: unknown] | readonly [options: unknown]

/** A test may replace each of these, in the stand-in as in Electron itself. */
export const dialog = {
  showOpenDialog: (...call: DialogCall) => {
    note('showOpenDialog', call.at(-1))
    const path = record.dialogAnswer.open
    return Promise.resolve({ canceled: path === null, filePaths: path === null ? [] : [path] })
  },
  showSaveDialog: (...call: DialogCall) => {
    const options = call.at(-1) as { readonly defaultPath?: string }
    note('showSaveDialog', options)
    const { save: path = options.defaultPath ?? null } = record.dialogAnswer
    return Promise.resolve({ canceled: path === null, filePath: path ?? '' })
  },
  showMessageBox: (...call: DialogCall) => {
    note('showMessageBox', call.at(-1))
    return Promise.resolve({ response: record.dialogAnswer.message, checkboxChecked: false })
  },
  showMessageBoxSync: (...call: DialogCall) => {
    note('showMessageBoxSync', call.at(-1))
    return record.dialogAnswer.message
  },
  showErrorBox: (title: string, content: string) => note('showErrorBox', title, content),
}

export const shell = {
  openPath: (path: string) => {
    note('openPath', path)
    return Promise.resolve('')
  },
  showItemInFolder: (path: string) => note('showItemInFolder', path),
}

let blockers = 0
const blocking = new Set<number>()
export const powerSaveBlocker = {
  start: (type: string) => {
    note('powerSaveBlocker.start', type)
    blockers += 1
    blocking.add(blockers)
    return blockers
  },
  stop: (id: number) => {
    note('powerSaveBlocker.stop', id)
    return blocking.delete(id)
  },
  isStarted: (id: number) => blocking.has(id),
}

export const powerMonitor = new EventEmitter()

/** By default a laptop of 1366 × 768 at 125 %, without its taskbar. */
const laptop = { id: 1, workArea: { x: 0, y: 0, width: 1093, height: 574 } }
const displays = JSON.parse(process.env['STAND_IN_DISPLAYS'] ?? JSON.stringify([laptop])) as (typeof laptop)[]
export const screen = Object.assign(new EventEmitter(), {
  /** For tests: other displays from now on. */
  displays,
  getPrimaryDisplay: () => screen.displays[0],
  getAllDisplays: () => screen.displays,
})
