/**
 * Switches that leave Chromium without a network, for all that it does unasked too: no name and no address is found, no
 * proxy is looked for (WPAD asks the office's network for one). The sockets of the meeting room are Node's, which these
 * do not concern.
 *
 * @param developmentPage address of the development server, which stays within reach; undefined where there is none
 */
export function closedNetworkSwitches(
  developmentPage: string | undefined,
): readonly (readonly [name: string, value?: string])[] {
  const reachable = developmentPage === undefined ? '' : ` , EXCLUDE ${new URL(developmentPage).hostname}`
  return [['host-resolver-rules', `MAP * ~NOTFOUND${reachable}`], ['no-proxy-server']]
}

type MayRequestInput = {
  readonly url: string
  readonly origin: string
  readonly devTools: boolean
}

/**
 * True for what the windows are made of, and for nothing that stands on a network: the page's own origin, bytes that it
 * holds, and the developer tools where there are any.
 *
 * @param origin origin of the application's own page, `app://ocop` or the development server's
 */
export function mayRequest({ url, origin, devTools }: MayRequestInput): boolean {
  const own = [`${origin}/`, `blob:${origin}/`, `${origin.replace(/^http/, 'ws')}/`, 'data:']
  return own.some((start) => url.startsWith(start)) || (devTools && url.startsWith('devtools://devtools/'))
}
