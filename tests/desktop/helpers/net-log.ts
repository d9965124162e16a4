type Event = {
  readonly type: number
  readonly source: { readonly id: number }
  readonly params?: { readonly url?: string; readonly host?: string; readonly address?: string }
}

type NetLog = {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> }
  readonly events: readonly Event[]
}

export type Traffic = {
  /** What left the machine, or tried to: connections, datagrams, names looked up. */
  readonly left: readonly string[]
  /** Addresses that something in Chromium asked for, stopped or not. */
  readonly asked: readonly string[]
}

/**
 * What Chromium's own record of its network (`--log-net-log`) holds beyond this machine itself.
 *
 * @param text the file, which has no end where the process was killed
 * @throws where it is no such record: an empty one proves nothing
 */
export function trafficIn(text: string): Traffic {
  const { constants, events } = parse(text)
  const types = constants.logEventTypes
  const kinds = ['URL_REQUEST_START_JOB', 'HOST_RESOLVER_MANAGER_JOB', 'TCP_CONNECT_ATTEMPT', 'UDP_BYTES_SENT']
  const unknown = kinds.filter((kind) => types[kind] === undefined)
  if (unknown.length > 0) throw new Error(`this Chromium knows no ${unknown.join(', ')}`)
  const of = (kind: string) => events.filter(({ type }) => type === types[kind])
  // A datagram's event names no address; its socket's does. A socket that sent nothing only asked for a route.
  const peers = new Map(of('UDP_CONNECT').map(({ source, params }) => [source.id, params?.address ?? '']))
  const left = [
    ...of('TCP_CONNECT_ATTEMPT').map(({ params }) => params?.address),
    ...of('UDP_BYTES_SENT').map(({ source, params }) => params?.address ?? peers.get(source.id)),
    ...of('HOST_RESOLVER_MANAGER_JOB').map(({ params }) => params?.host),
  ]
  const asked = of('URL_REQUEST_START_JOB').map(({ params }) => params?.url)
  return { left: foreign(left), asked: foreign(asked.filter((url) => /^(https?|wss?|ftp):/.test(url ?? ''))) }
}

function foreign(addresses: readonly (string | undefined)[]): readonly string[] {
  const named = addresses.filter((address) => address !== undefined)
  return [...new Set(named)].filter((address) => !isThisMachine(address))
}

/** For `127.0.0.1:443`, `[::1]:53`, `localhost`, and the same within a URL. */
function isThisMachine(address: string): boolean {
  const { hostname } = URL.parse(/^\w+:\/\//.test(address) ? address : `http://${address}`) ?? { hostname: address }
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname)
}

function parse(text: string): NetLog {
  try {
    return JSON.parse(text) as NetLog
  } catch {
    // Each event is a line of its own: what is cut off is the last one.
    return JSON.parse(`${text.slice(0, text.lastIndexOf('},\n') + 1)}]}`) as NetLog
  }
}
