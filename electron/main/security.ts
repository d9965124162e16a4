import type { App, Session, WebContents } from 'electron'
import { mayRequest } from './closed-network.ts'

/**
 * What no page may do, whatever it holds: leave the application, open windows, attach guests, ask for permissions
 * or devices. Applies to every web contents that is ever made.
 *
 * @param origin origin of the application's own page, `app://ocop`
 */
export function guardApp(app: App, origin: string): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, origin))
}

type GuardSessionInput = {
  readonly session: Session
  readonly origin: string
  readonly devTools: boolean
}

/** No permission, no device, and no request to anything but the page itself, whichever web contents asks. */
export function guardSession({ session, origin, devTools }: GuardSessionInput): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayRequest({ url, origin, devTools }) }))
  // Dictionaries come from the network, also for windows without a spell checker.
  session.setSpellCheckerEnabled(false)
  // The page hands its files to the application, which asks where they go.
  session.on('will-download', (event) => event.preventDefault())
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

type MayNavigateInput = {
  readonly url: string
  readonly origin: string
  readonly isMainFrame: boolean
}

/** True for the page itself in its window; no frame inside it goes anywhere. */
export function mayNavigate({ url, origin, isMainFrame }: MayNavigateInput): boolean {
  if (!isMainFrame) return false
  return url === `${origin}/` || url.startsWith(`${origin}/#`) || url.startsWith(`${origin}/index.html`)
}

function guardContents(contents: WebContents, origin: string): void {
  contents.on('will-frame-navigate', (event) => {
    if (!mayNavigate({ url: event.url, origin, isMainFrame: event.isMainFrame })) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  // WebRTC does not pass `onBeforeRequest`; no page of ours uses it.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
