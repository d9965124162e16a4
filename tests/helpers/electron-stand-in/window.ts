import { EventEmitter } from 'node:events'
import { note } from './record.ts'
import { Zoom } from './zoom.ts'

/** Every window that was ever made, in order. */
export const windows: StandInWindow[] = []

/** `made` with each new web contents, `closed` after each window that is gone. */
export const windowNews = new EventEmitter()

/**
 * What only a real page and a real process can do, in the hands of whoever runs the stand-in. By default nothing shows
 * the page and nothing ends the process.
 */
export const driver = {
  load: (_window: StandInWindow, _url: string): void => {},
  reload: (_window: StandInWindow): void => {},
  /** Runs the page's own `beforeunload`; true where it asks to stay. */
  asksToStay: (_window: StandInWindow): Promise<boolean> => Promise.resolve(false),
  /** The page goes, or after `asksToStay` it stays. */
  leave: (_window: StandInWindow, _isLeaving: boolean): void => {},
  exit: (_code: number): void => {},
}

export class StandInFrame {
  parent: StandInFrame | null = null
  url: string
  constructor(url: string) {
    this.url = url
  }
}

type Bounds = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

type WindowOpenAnswer = {
  readonly action: string
  readonly overrideBrowserWindowOptions?: Readonly<Record<string, unknown>>
}

/** An event as Electron's: `preventDefault` is read by whoever emitted it. */
export function preventable<Facts extends object>(facts?: Facts) {
  let isPrevented = false
  const preventDefault = () => void (isPrevented = true)
  const event = {
    preventDefault,
    isPrevented: () => isPrevented,
    get defaultPrevented() {
      return isPrevented
    },
  }
  return Object.assign(event, facts)
}

let nextId = 1

export class StandInContents extends EventEmitter {
  readonly id = nextId++
  mainFrame = new StandInFrame('about:blank')
  owner: StandInWindow | null = null
  readonly #zoom: Zoom
  isGone = false
  /** As in Electron, the last one set counts; without one every window opens. */
  windowOpenHandler: (details: { readonly url: string }) => WindowOpenAnswer = () => ({ action: 'allow' })
  setWindowOpenHandler(handler: StandInContents['windowOpenHandler']): void {
    this.#alive()
    this.windowOpenHandler = handler
  }
  constructor(preferences: unknown = {}) {
    super()
    const { zoomMode = 'default' } = preferences as { readonly zoomMode?: string }
    this.#zoom = new Zoom({ mode: zoomMode, origin: () => URL.parse(this.mainFrame.url)?.host ?? '' })
  }
  getURL(): string {
    this.#alive()
    return this.mainFrame.url
  }
  setWebRTCIPHandlingPolicy(policy: string): void {
    this.#alive()
    note('setWebRTCIPHandlingPolicy', policy)
  }
  isDestroyed(): boolean {
    return this.isGone
  }
  reload(): void {
    this.#alive()
    note('reload')
    if (this.owner !== null) driver.reload(this.owner)
  }
  setZoomLevel(level: number): void {
    this.#alive()
    note('setZoomLevel', level)
    this.#zoom.set(level)
  }
  getZoomLevel(): number {
    this.#alive()
    return this.#zoom.get()
  }
  /** The page is there: the first one, or another one after it. */
  navigated(url: string): void {
    this.mainFrame = new StandInFrame(url)
    this.emit('did-navigate', {}, url, 200, '')
    this.emit('did-finish-load')
  }
  /** Nothing of the page is asked: it is gone at once. */
  forcefullyCrashRenderer(): void {
    this.#alive()
    note('forcefullyCrashRenderer')
    this.emit('render-process-gone', {}, { reason: 'killed', exitCode: 9 })
  }
  setIgnoreMenuShortcuts(isIgnored: boolean): void {
    this.#alive()
    note('setIgnoreMenuShortcuts', isIgnored)
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Electron's has a channel and a value
  send(channel: string, ...args: readonly unknown[]): void {
    this.#alive()
    structuredClone(args)
    note('send', channel, ...args)
  }
  #alive(): void {
    if (this.isGone) throw new TypeError('Object has been destroyed')
  }
}

/** Every use after it was closed throws, as in Electron. */
export class StandInWindow extends EventEmitter {
  static getAllWindows(): readonly StandInWindow[] {
    return windows.filter((window) => !window.isDestroyed())
  }
  static fromWebContents(contents: StandInContents): StandInWindow | null {
    return contents.owner
  }
  static getFocusedWindow(): StandInWindow | null {
    return StandInWindow.getAllWindows()[0] ?? null
  }
  readonly id = nextId++
  readonly options: Readonly<Record<string, unknown>>
  readonly #contents: StandInContents
  minimized = false
  #bounds: Bounds
  #isMaximized = false
  #isDestroyed = false
  constructor(options: Readonly<Record<string, unknown>>) {
    super()
    this.options = options
    this.#isVisible = options['show'] !== false
    this.#contents = new StandInContents(options['webPreferences'])
    const { x = 0, y = 0, width = 800, height = 600 } = options as Partial<Bounds>
    this.#bounds = { x, y, width, height }
    this.#contents.owner = this
    windows.push(this)
    windowNews.emit('made', this.#contents)
  }
  get webContents(): StandInContents {
    this.#alive()
    return this.#contents
  }
  loadURL(url: string): Promise<void> {
    this.#alive()
    note('loadURL', url)
    this.#contents.mainFrame = new StandInFrame(url)
    driver.load(this, url)
    return Promise.resolve()
  }
  #isVisible: boolean
  show(): void {
    this.#alive()
    note('show')
    this.#isVisible = true
  }
  focus(): void {
    this.#alive()
    note('focus')
  }
  restore(): void {
    this.#alive()
    this.minimized = false
    note('restore')
  }
  isMinimized(): boolean {
    this.#alive()
    return this.minimized
  }
  isVisible(): boolean {
    this.#alive()
    return this.#isVisible
  }
  isDestroyed(): boolean {
    return this.#isDestroyed
  }
  setTitle(title: string): void {
    this.#alive()
    note('setTitle', title)
  }
  setRepresentedFilename(path: string): void {
    this.#alive()
    note('setRepresentedFilename', path)
  }
  getNormalBounds(): Bounds {
    this.#alive()
    return this.#bounds
  }
  setBounds(bounds: Partial<Bounds>): void {
    this.#alive()
    this.#bounds = { ...this.#bounds, ...bounds }
  }
  setMinimumSize(width: number, height: number): void {
    this.#alive()
    note('setMinimumSize', width, height)
  }
  maximize(): void {
    this.#alive()
    note('maximize')
    this.#isMaximized = true
  }
  isMaximized(): boolean {
    this.#alive()
    return this.#isMaximized
  }
  setAutoHideMenuBar(isHidden: boolean): void {
    this.#alive()
    note('setAutoHideMenuBar', isHidden)
  }
  setMenuBarVisibility(isVisible: boolean): void {
    this.#alive()
    note('setMenuBarVisibility', isVisible)
  }
  /**
   * The order of Electron: `close` may refuse, then the page's `beforeunload`, which stays unless somebody handles
   * `will-prevent-unload` by preventing it, then `closed`.
   */
  close(): void {
    this.#alive()
    note('close', this.options['title'])
    const closing = preventable()
    this.emit('close', closing)
    if (closing.isPrevented()) {
      this.emit('stand-in-stayed')
      return
    }
    // At once where no page is shown: whoever runs the stand-in has not replaced the driver.
    if (!this.isShown) return this.destroy()
    void this.#leavePage()
  }
  /** Set by whoever shows the page. */
  isShown = false
  destroy(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    // The page goes without being asked.
    if (this.isShown) driver.leave(this, true)
    this.#contents.isGone = true
    this.#contents.emit('destroyed')
    this.emit('closed')
    windowNews.emit('closed')
  }
  async #leavePage(): Promise<void> {
    if (await driver.asksToStay(this)) {
      const staying = preventable()
      this.#contents.emit('will-prevent-unload', staying)
      if (!staying.isPrevented()) {
        driver.leave(this, false)
        this.emit('stand-in-stayed')
        return
      }
    }
    this.destroy()
  }
  #alive(): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed')
  }
}
