import { createORPCClient } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { clerkHeader, clerkPath } from '../../shared/api/clerk-path.ts'
import type { AppClient } from '../../shared/api/contract.ts'
import { browserStorage } from './browser-storage.ts'
import { askingDoubts } from './doubts.ts'
import { refuseLargeFile } from './large-file.ts'
import { answerOf } from './refusal.ts'
import { createSignedFetch } from './signed-fetch.ts'

/**
 * The client of the application that serves this page: a MessagePort in the Electron window, HTTP to the same
 * origin elsewhere. The only place of the renderer that knows which. Call it once, before the router starts:
 * it takes the token out of the address.
 */
export function createClient(): AppClient {
  if ('ocopHost' in window) return createORPCClient(new PortLink({ port: connectPort(), interceptors }))
  if (isClerkPage()) {
    // The clerk's token is a cookie out of reach of this page, and another clerk may enter in this browser.
    return createORPCClient(
      new HttpLink({
        url: new URL(`${clerkPath}/rpc`, window.location.origin),
        fetch: createSignedFetch(browserStorage()),
        headers: () => (clerk === null ? {} : { [clerkHeader]: encodeURIComponent(clerk) }),
        interceptors: [({ next }) => answerOf(next())],
      }),
    )
  }
  let token = takeToken()
  followNewAddress(() => {
    token = takeToken()
  })
  return createORPCClient(
    new HttpLink({
      url: new URL('/rpc', window.location.origin),
      headers: () => ({ 'x-ocop-token': token }),
      interceptors,
    }),
  )
}

/** Before a call leaves. */
const interceptors = [
  <Call extends { readonly path: readonly string[]; readonly input: unknown }>(
    call: Call & { readonly next: (changed?: Call) => Promise<unknown> },
  ): Promise<unknown> => {
    refuseLargeFile(call.path, call.input)
    return askingDoubts(call.input, (input) => answerOf(call.next({ ...call, input })))
  },
]

let clerk: string | null = null

/** The clerk for whom this page was opened: its calls are refused once another one has entered in this browser. */
export function speakFor(name: string): void {
  clerk ??= name
}

/** True in the browser of a clerk's laptop, which the meeting room serves. */
export function isClerkPage(): boolean {
  return window.location.pathname.startsWith(`${clerkPath}/`)
}

/** The preload passes the other end to the main process; messages sent before that wait in the channel. */
function connectPort(): MessagePort {
  const { port1, port2 } = new MessageChannel()
  window.postMessage('ocop:connect', window.location.origin, [port2])
  port1.start()
  return port1
}

const tokenKey = 'ocop-token'

/**
 * The loopback host prints its address as `http://127.0.0.1:port/#token=…`. The token moves to this tab's storage,
 * where a reload finds it, and leaves the address bar. See docs/decisions/0003-loopback-token.md.
 */
function takeToken(): string {
  const inAddress = tokenInAddress()
  if (inAddress !== undefined) {
    window.sessionStorage.setItem(tokenKey, inAddress)
    window.history.replaceState(null, '', window.location.pathname + window.location.search)
  }
  return window.sessionStorage.getItem(tokenKey) ?? ''
}

const tokenInAddress = (): string | undefined => /^#token=([\w-]+)$/.exec(window.location.hash)?.[1]

/**
 * After the application was started again its new address, pasted over the old one, only changes the fragment: the page
 * stays with all that is not saved yet, takes the new token and goes back to where it was before the router looks.
 */
function followNewAddress(onToken: () => void): void {
  window.addEventListener('popstate', (event) => {
    if (tokenInAddress() === undefined) return
    event.stopImmediatePropagation()
    onToken()
    window.history.back()
  })
}
