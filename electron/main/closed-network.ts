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
 * True for the page's own origin, for `blob:` and `data:` addresses of what it holds in memory, and for the developer
 * tools where there are any; false for every address on a network.
 *
 * @param origin origin of the application's own page, `app://ocop` or the development server's
 */
export function mayRequest({ url, origin, devTools }: MayRequestInput): boolean {
  const own = [`${origin}/`, `blob:${origin}/`, `${origin.replace(/^http/, 'ws')}/`, 'data:']
  return own.some((start) => url.startsWith(start)) || (devTools && url.startsWith('devtools://devtools/'))
}
