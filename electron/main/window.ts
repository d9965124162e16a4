import { join } from 'node:path'
import { BrowserWindow, type WebPreferences } from 'electron'

/** The window: sandboxed, isolated, without Node, shown when its first picture is ready. */
export function openWindow({ url, devTools }: { readonly url: string; readonly devTools: boolean }): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    autoHideMenuBar: true,
    title: 'Hội đồng OCOP',
    webPreferences: safePreferences({ devTools }),
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(url)
  return window
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
    devTools,
  }
}
