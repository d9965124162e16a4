import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'

/**
 * A small stand-in for the `electron` module, main and preload side in one process: enough for the compiled main to
 * start, and a record of all that it asked for. It decides nothing; the tests play Chromium's part.
 */
export const record = {
  calls: [] as { readonly name: string; readonly args: readonly unknown[] }[],
  windows: [] as StandInWindow[],
  exposed: new Map<string, unknown>(),
  pageHandlers: new Map<string, (request: Request) => Promise<Response>>(),
  session: {} as Partial<{
    permissionRequest: (contents: unknown, permission: string, answer: (allowed: boolean) => void) => void
    permissionCheck: () => boolean
    devicePermission: () => boolean
  }>,
  dialogAnswer: { open: null as string | null, save: null as string | null },
}

const note = (name: string, ...args: readonly unknown[]) => void record.calls.push({ name, args })

class StandInApp extends EventEmitter {
  isPackaged = process.env['STAND_IN_PACKAGED'] === '1'
  enableSandbox = () => note('enableSandbox')
  requestSingleInstanceLock = () => {
    note('requestSingleInstanceLock')
    return process.env['STAND_IN_SECOND_INSTANCE'] !== '1'
  }
  quit = () => note('app.quit')
  exit = (code: number) => note('app.exit', code)
  whenReady = () => {
    note('whenReady')
    return Promise.resolve()
  }
  getPath = (name: string) => `${process.env['OCOP_DATA']}/${name}`
  setPath = (name: string, path: string) => note('setPath', name, path)
  getAppPath = () => process.env['STAND_IN_APP_PATH'] ?? ''
  getVersion = () => '9.9.9'
}
export const app = new StandInApp()
Object.assign(process, { resourcesPath: process.env['STAND_IN_APP_PATH'] })

export class StandInFrame {
  parent: StandInFrame | null = null
  url: string
  constructor(url: string) {
    this.url = url
  }
}

type WindowOpenAnswer = {
  readonly action: string
  readonly overrideBrowserWindowOptions?: Readonly<Record<string, unknown>>
}

export class StandInContents extends EventEmitter {
  mainFrame = new StandInFrame('about:blank')
  /** As in Electron, the last one set counts; without one every window opens. */
  windowOpenHandler: (details: { readonly url: string }) => WindowOpenAnswer = () => ({ action: 'allow' })
  setWindowOpenHandler = (handler: StandInContents['windowOpenHandler']) => {
    this.windowOpenHandler = handler
  }
}

export class StandInWindow extends EventEmitter {
  readonly options: Readonly<Record<string, unknown>>
  readonly webContents = new StandInContents()
  minimized = false
  constructor(options: Readonly<Record<string, unknown>>) {
    super()
    this.options = options
    record.windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  loadURL = (url: string) => {
    note('loadURL', url)
    this.webContents.mainFrame = new StandInFrame(url)
    return Promise.resolve()
  }
  show = () => note('show')
  focus = () => note('focus')
  restore = () => note('restore')
  isMinimized = () => this.minimized
  close = () => {
    note('close', this.options['title'])
    this.emit('closed')
  }
}
export { StandInWindow as BrowserWindow }

/** A worker_threads port with the events of Electron's MessagePortMain. */
export class StandInPort extends EventEmitter {
  readonly #port: MessagePort
  constructor(port: MessagePort) {
    super()
    this.#port = port
    port.on('close', () => this.emit('close'))
  }
  start = () => this.#port.on('message', (data: unknown) => this.emit('message', { data, ports: [] }))
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a message port has no target origin
  postMessage = (data: unknown) => this.#port.postMessage(data)
  close = () => this.#port.close()
}

export const ipcMain = new EventEmitter()

export const ipcRenderer = {
  /** As Chromium does: the port arrives in the main process with the frame that sent it. */
  postMessage: (channel: string, _message: unknown, ports: readonly MessagePort[]) => {
    const contents = record.windows[0]?.webContents
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
  exposeInMainWorld: (name: string, value: unknown) => void record.exposed.set(name, value),
}

export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown) => note('registerSchemesAsPrivileged', schemes),
  handle: (scheme: string, handler: (request: Request) => Promise<Response>) => {
    record.pageHandlers.set(scheme, handler)
  },
}

export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler: NonNullable<typeof record.session.permissionRequest>) => {
      record.session.permissionRequest = handler
    },
    setPermissionCheckHandler: (handler: () => boolean) => {
      record.session.permissionCheck = handler
    },
    setDevicePermissionHandler: (handler: () => boolean) => {
      record.session.devicePermission = handler
    },
  },
}

export const Menu = {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: (menu: unknown) => note('setApplicationMenu', menu),
}

export const dialog = {
  showOpenDialog: (_parent: unknown, options: unknown) => {
    note('showOpenDialog', options)
    const path = record.dialogAnswer.open
    return Promise.resolve({ canceled: path === null, filePaths: path === null ? [] : [path] })
  },
  showSaveDialog: (_parent: unknown, options: unknown) => {
    note('showSaveDialog', options)
    const path = record.dialogAnswer.save
    return Promise.resolve({ canceled: path === null, filePath: path ?? '' })
  },
}
