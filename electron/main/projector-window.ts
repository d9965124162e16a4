import type { BrowserWindow, WebContents } from 'electron'
import type { WindowMemory } from './window-memory.ts'
import { otherWindow, zoomAtFirst } from './window.ts'

/** True for the room's screen of a session, and for no other address: the only one that may get a window of its own. */
export function isProjector({ url, origin }: { readonly url: string; readonly origin: string }): boolean {
  const start = `${origin}/#/projector?session=`
  return url.startsWith(start) && /^\d{1,15}$/.test(url.slice(start.length))
}

/**
 * Lets the window open the room's screen on the projector as a second window, under the same rules as itself; that one
 * opens none. It closes with the window.
 *
 * @returns whether a web contents is that of the second window
 */
export function allowProjector({
  window,
  origin,
  devTools,
  memory,
  onOpen,
}: {
  readonly window: BrowserWindow
  readonly origin: string
  readonly devTools: boolean
  readonly memory: WindowMemory
  readonly onOpen: (screen: BrowserWindow) => void
}): (contents: WebContents) => boolean {
  let screen: BrowserWindow | null = null
  window.webContents.setWindowOpenHandler(({ url }) => {
    if (!isProjector({ url, origin })) return { action: 'deny' }
    return {
      action: 'allow',
      overrideBrowserWindowOptions: otherWindow({ title: 'Màn chiếu – Hội đồng OCOP', devTools }),
    }
  })
  window.webContents.on('did-create-window', (opened) => {
    // The page opens it by name, so a second one is not expected; if it comes, the newest is the screen.
    screen?.close()
    screen = opened
    zoomAtFirst(opened, memory.read().projectorZoomLevel)
    opened.on('close', () => memory.keep({ projectorZoomLevel: opened.webContents.getZoomLevel() }))
    onOpen(opened)
    opened.once('closed', () => {
      if (screen === opened) screen = null
    })
  })
  window.once('closed', () => screen?.close())
  return (contents) => contents === screen?.webContents
}
