import { join } from 'node:path'
import { BrowserWindow, screen, type WebPreferences } from 'electron'
import type { WindowMemory } from './window-memory.ts'
import { minimumSize, openingPlace, openingSize, type Area } from './window-place.ts'

type OpenWindowInput = {
  readonly url: string
  readonly devTools: boolean
  readonly memory: WindowMemory
}

/** The window: sandboxed, isolated, without Node, shown when its first picture is ready, where it was left. */
export function openWindow({ url, devTools, memory }: OpenWindowInput): BrowserWindow {
  const { place, zoomLevel } = memory.read()
  const { bounds, isMaximized } = openingPlace({ saved: place, workAreas: workAreas() })
  const least = minimumSize(workAreas())
  const window = new BrowserWindow({
    ...bounds,
    minWidth: least.width,
    minHeight: least.height,
    show: false,
    title: 'Hội đồng OCOP',
    webPreferences: safePreferences({ devTools }),
  })
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize()
    window.show()
  })
  zoomAtFirst(window, zoomLevel)
  const keep = () => {
    const place = { ...window.getNormalBounds(), isMaximized: window.isMaximized() }
    memory.keep({ place, zoomLevel: window.webContents.getZoomLevel() })
  }
  window.on('close', keep)
  window.on('session-end', keep)
  shrinkWithDisplays(window)
  // `did-fail-load` reports a page that cannot be loaded: see page-troubles.ts.
  window.loadURL(url).catch(() => {})
  return window
}

/** Options of another window of ours, on the display that is there. */
export function otherWindow({ title, devTools }: { readonly title: string; readonly devTools: boolean }) {
  return { ...openingSize(workAreas()), title, webPreferences: safePreferences({ devTools }) }
}

/** Zooms a new window's page as it was left. Later loads of the same window keep their zoom by themselves. */
export function zoomAtFirst(window: BrowserWindow, zoomLevel: number): void {
  // Not before: without a page Electron drops the level.
  window.webContents.once('did-navigate', () => window.webContents.setZoomLevel(zoomLevel))
}

/** A projector that mirrors the screen makes it smaller while the window is open. */
function shrinkWithDisplays(window: BrowserWindow): void {
  const refit = () => {
    const { width, height } = minimumSize(workAreas())
    window.setMinimumSize(width, height)
  }
  screen.on('display-metrics-changed', refit)
  screen.on('display-added', refit)
  window.once('closed', () => {
    screen.off('display-metrics-changed', refit)
    screen.off('display-added', refit)
  })
}

function workAreas(): readonly Area[] {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
  return [primary, ...others].map(({ workArea }) => workArea)
}

/** What every window of ours is made with. */
export function safePreferences({ devTools }: { readonly devTools: boolean }): WebPreferences {
  return {
    preload: join(import.meta.dirname, '..', 'preload', 'index.cjs'),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    // The spell checker fetches its dictionaries from the network.
    spellcheck: false,
    // Chromium zooms all pages of one origin alike: the projector's must stay as it is.
    zoomMode: 'isolated',
    devTools,
  }
}
