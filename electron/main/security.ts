import type { App, Session, WebContents } from 'electron'

/**
 * What no page may do, whatever it holds: leave the application, open windows, attach guests, ask for permissions
 * or devices. Applies to every web contents that is ever made.
 *
 * @param origin origin of the application's own page, `app://ocop`
 */
export function guardApp({ app, origin }: { readonly app: App; readonly origin: string }): void {
  app.on('web-contents-created', (_event, contents) => guardContents({ contents, origin }))
}

export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

/** True for the page itself, and inside it for the `blob:` addresses that it makes to preview documents. */
export function mayNavigate({
  url,
  origin,
  isMainFrame,
}: {
  readonly url: string
  readonly origin: string
  readonly isMainFrame: boolean
}): boolean {
  if (url.startsWith(`blob:${origin}/`)) return !isMainFrame
  return url === `${origin}/` || url.startsWith(`${origin}/#`) || url.startsWith(`${origin}/index.html`)
}

function guardContents({ contents, origin }: { readonly contents: WebContents; readonly origin: string }): void {
  contents.on('will-frame-navigate', (event) => {
    if (!mayNavigate({ url: event.url, origin, isMainFrame: event.isMainFrame })) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
