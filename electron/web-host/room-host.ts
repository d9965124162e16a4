import { createServer as createPlainServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { text } from 'node:stream/consumers'
import { RPCHandler } from '@orpc/server/node'
import { clerkHeader, clerkPath } from '../../shared/api/clerk-path.ts'
import { Refusal } from '../../shared/api/refusal.ts'
import { waitingHeader } from '../../shared/api/waiting-header.ts'
import { holderEntering, keyHeader, proofHeader } from '../../shared/room-proof/room-proof.ts'
import type { RoomInterface } from '../../shared/api/room.ts'
import type { DeviceCall, GivenToken, Log, RoomDoors, RoomHostPort, RoomListener } from '../context.ts'
import { systemClock } from '../system-clock.ts'
import { hasMadeCertificate, madeCertificate } from './made-certificate.ts'
import { pageHeaders } from './page-headers.ts'
import { isCall, type RequestRefusal } from './request-guard.ts'
import { nameOf, readCertificate, type RoomCertificate, type RoomKeys } from './room-certificate.ts'
import { readTokenCookie, refuseRoomRequest, tokenCookieHeader } from './room-guard.ts'
import { limitConnections, type RoomConnections } from './room-connections.ts'
import { createRoomLimits, isTooFast, type RoomLimits } from './room-limits.ts'
import { sendNothing, sendPageFile, sendRefusal } from './send-answer.ts'

export const usualRoomPort = 47_811

/** A phone that lost the room is on a secretary's mind within seconds. */
const lookEveryMs = 3000

/**
 * Opens the meeting room on the network: one listening socket on the chosen address, which serves the device page and
 * the devices' router, to clerks who entered their page and their router, and nothing else of the application.
 *
 * @param pages Folders of the built pages: of the device page, `out/room`, and of the window, `out/renderer`.
 * @param certificate Finds the office's own certificate when a room opens; with null it is encrypted with the
 *   application's own where the secretary wants it.
 * @param dataFolder Where the application's own certificate is kept.
 */
export function roomHostPort(parts: {
  readonly pages: RoomPages
  readonly log: Log
  readonly certificate: () => RoomCertificate | null
  readonly dataFolder: string
  /** The machine's own, unless told. */
  readonly interfaces?: typeof networkInterfaces
}): RoomHostPort {
  const list = () => listInterfaces(parts.interfaces ?? networkInterfaces)
  return {
    listInterfaces: list,
    watch: (look) => {
      const timer = setInterval(look, lookEveryMs)
      timer.unref()
      return () => clearInterval(timer)
    },
    certificate: () => {
      if (parts.certificate() !== null) return 'office'
      return hasMadeCertificate(parts.dataFolder) ? 'made' : null
    },
    open: async ({ address, port, doors, isEncrypted }) => {
      const addresses = list().map((known) => known.address)
      if (!addresses.includes(address)) throw new Refusal('room-address-gone')
      const { pages, log, dataFolder } = parts
      const office = parts.certificate()
      const made = { dataFolder, address, addresses, now: systemClock.now() }
      const found = office ?? (isEncrypted ? await madeCertificate(made) : null)
      const certificate = found === null ? null : readCertificate(found)
      return listenOn({ pages, log, address, port, doors, certificate, isMade: office === null })
    },
  }
}

type RoomPages = { readonly members: string; readonly clerks: string }

/** IPv4 addresses of this machine; loopback, for trying it out, comes last. */
function listInterfaces(interfaces: typeof networkInterfaces): readonly RoomInterface[] {
  return Object.entries(interfaces())
    .flatMap(([name, addresses]) =>
      (addresses ?? [])
        .filter(({ family, address }) => family === 'IPv4' && !address.startsWith('169.254.'))
        .map(({ address, internal }) => ({ name, address, isLoopback: internal })),
    )
    .toSorted((a, b) => Number(a.isLoopback) - Number(b.isLoopback))
}

async function listenOn(room: {
  readonly pages: RoomPages
  readonly log: Log
  readonly address: string
  readonly port: number | undefined
  readonly doors: RoomDoors
  readonly certificate: RoomKeys | null
  readonly isMade: boolean
}): Promise<RoomListener> {
  const { address, certificate, isMade, log, pages, doors } = room
  const isEncrypted = certificate !== null
  const calls = {
    member: new RPCHandler<DeviceCall>(doors.members),
    clerk: new RPCHandler<DeviceCall>(doors.clerks),
  }
  const limits = createRoomLimits()
  let isEnded = false
  const isOver = () => isEnded
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    connections.asks(request)
    const exchange = { request, response, calls, doors, connections, limits, origin, pages, isEncrypted, isOver }
    void answer(exchange).catch((error: unknown) => {
      log.error('request to the meeting room failed', error)
      if (response.headersSent) response.destroy()
      else sendRefusal(response, { status: 500, code: 'INTERNAL_SERVER_ERROR', message: 'Internal error' })
    })
  }
  const server = createServer(certificate, onRequest)
  const connections = limitConnections(server)
  await listen(server, { address, port: room.port })
  const { port } = server.address() as AddressInfo
  const host = certificate === null ? address : nameOf(certificate.names, address)
  const origin = `${isEncrypted ? 'https' : 'http'}://${host}:${port}`
  return {
    port,
    link: origin,
    isEncrypted,
    fingerprint: isMade ? (certificate?.names.fingerprint256 ?? null) : null,
    close: (lastWordsMs = 0) => {
      isEnded = true
      server.close()
      if (lastWordsMs === 0) connections.cutAll()
      else setTimeout(connections.cutAll, lastWordsMs).unref()
    },
  }
}

/**
 * No device needs long headers or slow requests; event streams are answers and have no limit of time. Who has not entered
 * is held to less (`room-connections.ts`).
 */
const serverLimits = {
  maxHeaderSize: 8192,
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  keepAliveTimeout: 30_000,
  connectionsCheckingInterval: 5000,
}

function createServer(
  certificate: RoomKeys | null,
  onRequest: (q: IncomingMessage, s: ServerResponse) => void,
): Server {
  if (certificate === null) return createPlainServer(serverLimits, onRequest)
  const { cert, key } = certificate
  return createTlsServer({ ...serverLimits, handshakeTimeout: 10_000, cert, key, minVersion: 'TLSv1.2' }, onRequest)
}

type Exchange = {
  readonly doors: RoomDoors
  readonly connections: RoomConnections
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly calls: Readonly<Record<'member' | 'clerk', RPCHandler<DeviceCall>>>
  readonly limits: RoomLimits
  readonly origin: string
  readonly pages: RoomPages
  readonly isEncrypted: boolean
  /** Whether this room has ended: another one that is on by then is no business of who is still connected to it. */
  readonly isOver: () => boolean
}

async function answer(exchange: Exchange): Promise<void> {
  const { request, response, calls, doors, connections, limits, origin, isEncrypted } = exchange
  for (const [name, value] of Object.entries(roomHeaders)) response.setHeader(name, value)
  const url = URL.parse(request.url ?? '', origin)
  if (url === null || url.origin !== origin) {
    return sendRefusal(response, { status: 400, code: 'BAD_REQUEST', message: 'Bad address' })
  }
  const of = url.pathname.startsWith(`${clerkPath}/`) ? 'clerk' : 'member'
  const pathname = of === 'clerk' ? url.pathname.slice(clerkPath.length) : url.pathname
  const facts = { method: request.method ?? '', pathname, headers: request.headers }
  const token = readTokenCookie(request.headers.cookie, { of, isEncrypted })
  const address = request.socket.remoteAddress ?? ''
  if (isTooFast(limits, { address, token, pathname })) {
    response.setHeader('retry-after', '1')
    return sendRefusal(response, { status: 429, code: 'TOO_MANY_REQUESTS', message: 'Too many requests' })
  }
  const refused = refuseRoomRequest(facts, origin)
  if (refused !== null) return sendRefusal(response, refused)
  if (!isCall(facts)) return sendPage(exchange, of, pathname)
  response.setHeader('cache-control', 'no-store')
  const publicKey = request.headers[keyHeader]?.toString() ?? ''
  if (of === 'member' && holderEntering(pathname) !== null && !/^[0-9a-f]{64}$/.test(publicKey)) {
    return sendRefusal(response, { status: 400, code: 'BAD_REQUEST', message: 'No key of the device' })
  }
  const body = await readBody(request)
  if (exchange.isOver()) return sendRefusal(response, roomOff)
  const proof = request.headers[proofHeader]?.toString() ?? null
  const isProven = doors.isProven({ token, proof, path: url.pathname, body, address })
  if (isProven) connections.enters(request)
  const give = (to: typeof of) => (given: GivenToken | null) => {
    const cookie = tokenCookieHeader({ token: given?.token ?? null, of: to, isEncrypted })
    response.setHeader('set-cookie', cookie)
    if (given !== null) response.setHeader(keyHeader, given.publicKey)
  }
  const speaksFor = request.headers[clerkHeader]?.toString() ?? null
  const waiting = request.headers[waitingHeader]?.toString() ?? ''
  const context = {
    token: isProven ? token : null,
    publicKey,
    address,
    speaksFor,
    waiting,
    giveToken: give('member'),
    giveClerkToken: give('clerk'),
  }
  const prefix = of === 'clerk' ? `${clerkPath}/rpc` : '/rpc'
  const { matched } = await calls[of].handle(request, response, { prefix, context })
  if (!matched) sendRefusal(response, { status: 404, code: 'NOT_FOUND', message: 'No such procedure' })
}

const roomOff: RequestRefusal = {
  status: 422,
  code: 'REFUSED',
  message: 'refused: room-off',
  data: { reason: 'room-off', detail: {} },
}

/** The whole body, as it was signed, which the call library then finds parsed; empty where there is none. */
async function readBody(request: IncomingMessage): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) === 0) return ''
  const body = await text(request)
  Object.assign(request, { body: parsed(body) })
  return body
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    // The call library refuses it as it refuses whatever else is none of its own.
    return null
  }
}

/** A clerk who entered is led to the clerk's page, everybody else to the entering one. */
function sendPage(
  { request, response, pages, doors, isEncrypted }: Exchange,
  of: 'member' | 'clerk',
  pathname: string,
) {
  const isHead = request.method === 'HEAD'
  const isPage = pathname === '/'
  const hasEntered =
    (of === 'clerk' || isPage) && doors.isClerk(readTokenCookie(request.headers.cookie, { of: 'clerk', isEncrypted }))
  if (of === 'clerk' && !hasEntered) return lead(response, '/')
  if (of === 'member' && hasEntered) return lead(response, `${clerkPath}/`)
  if (of === 'member') return sendPageFile({ response, page: pages.members, pathname, isHead })
  // The window's own page lies in the same folder and is none of the clerk's.
  const file = isPage ? '/clerk.html' : pathname
  if (!isPage && !pathname.startsWith('/assets/')) return sendNothing(response)
  return sendPageFile({ response, page: pages.clerks, pathname: file, isHead })
}

function lead(response: ServerResponse, to: string): void {
  response.writeHead(303, { location: to, 'cache-control': 'no-store', 'content-length': 0 }).end()
}

/** The device page brings its own style sheet and shows no frames. */
const roomHeaders: Readonly<Record<string, string>> = {
  ...pageHeaders,
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
}

async function listen(
  server: Server,
  { address, port }: { readonly address: string; readonly port: number | undefined },
): Promise<void> {
  try {
    await tryPort(server, { host: address, port: port ?? usualRoomPort })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EADDRNOTAVAIL') throw new Refusal('room-address-gone')
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error
    if (port !== undefined) throw new Refusal('room-port-taken')
    await tryPort(server, { host: address, port: 0 })
  }
}

function tryPort(server: Server, where: { readonly host: string; readonly port: number }): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen(where, () => {
    server.off('error', reject)
    resolve()
  })
  return promise
}
