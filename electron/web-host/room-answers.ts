import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { RPCHandler } from '@orpc/server/node'
import { clerkHeader, clerkPath } from '../../shared/api/clerk-path.ts'
import { waitingHeader } from '../../shared/api/waiting-header.ts'
import { holderEntering, keyHeader, proofHeader } from '../../shared/room-proof/room-proof.ts'
import type { DeviceCall, GivenToken, RoomDoors } from '../context.ts'
import { pageHeaders } from './page-headers.ts'
import { isCall, type RequestRefusal } from './request-guard.ts'
import { readTokenCookie, refuseRoomRequest, tokenCookieHeader } from './room-guard.ts'
import type { RoomConnections } from './room-connections.ts'
import { isTooFast, type RoomLimits } from './room-limits.ts'
import { sendNothing, sendPageFile, sendRefusal } from './send-answer.ts'

/** Folders of the built pages. */
export type RoomPages = { readonly members: string; readonly clerks: string }

export type Exchange = {
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

/** Answers one request to the room: a page, or a call of a device's router. */
export async function answer(exchange: Exchange): Promise<void> {
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
