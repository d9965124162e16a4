import type { RequestFacts, RequestRefusal } from './request-guard.ts'
import { isCall } from './request-guard.ts'

/** Largest request body of a device in bytes; a whole ballot is below one thousand. */
export const roomBodyLimit = 16 * 1024

/**
 * Where each kind of device keeps its token: a member's goes with calls only; a clerk's with the page too, which nobody
 * else is given.
 */
const cookies = { member: { name: 'ocop_room', path: '/rpc' }, clerk: { name: 'ocop_clerk', path: '/' } } as const

type Holder = keyof typeof cookies

/** Browsers let no open connection overwrite a cookie of an encrypted one: each has its own, also at one address. */
const nameOf = (of: Holder, isEncrypted: boolean): string =>
  isEncrypted ? `__Secure-${cookies[of].name}` : cookies[of].name

/**
 * Why a request to the meeting room is turned away, or null. The host name and, for calls, the origin are exactly those
 * of the room's link; a call is JSON of at most 16 kB. No answer carries a CORS header.
 */
export function refuseRoomRequest(request: RequestFacts, origin: string): RequestRefusal | null {
  const { method, headers } = request
  if (headers.host !== new URL(origin).host) return refusal(421, 'MISDIRECTED_REQUEST', 'Wrong host name')
  if (!isCall(request)) {
    return method === 'GET' || method === 'HEAD' ? null : refusal(405, 'METHOD_NOT_SUPPORTED', 'Only GET and HEAD')
  }
  if (method !== 'POST') return refusal(405, 'METHOD_NOT_SUPPORTED', 'Calls are POST')
  const site = headers['sec-fetch-site'] ?? 'same-origin'
  if (site !== 'same-origin') return refusal(403, 'FORBIDDEN', 'Request from another site')
  if (headers.origin !== origin) return refusal(403, 'FORBIDDEN', 'Request from another origin')
  // With a declared length, Node's own parser holds the body to it; browsers always declare it.
  if (headers['transfer-encoding'] !== undefined) return refusal(411, 'LENGTH_REQUIRED', 'Length required')
  const length = Number(headers['content-length'] ?? '0')
  if (!(length <= roomBodyLimit)) return refusal(413, 'PAYLOAD_TOO_LARGE', 'Larger than 16 kB')
  if (headers['content-disposition'] !== undefined) return refusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'JSON only')
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  const isJson = type === undefined ? length === 0 : type === 'application/json'
  return isJson ? null : refusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'JSON only')
}

/** The token that the device keeps in its cookie; null without one or with something else in its place. */
export function readTokenCookie(
  header: string | undefined,
  { of, isEncrypted }: { readonly of: Holder; readonly isEncrypted: boolean },
): string | null {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim())
  const start = `${nameOf(of, isEncrypted)}=`
  const value = pairs.find((pair) => pair.startsWith(start))?.split('=')[1]
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : null
}

/**
 * The cookie that keeps a device's token for one working day, or takes it back: out of reach of scripts, never sent
 * from another site, and on an encrypted connection never over an open one.
 */
export function tokenCookieHeader({
  token,
  of,
  isEncrypted,
}: {
  readonly token: string | null
  readonly of: Holder
  readonly isEncrypted: boolean
}): string {
  const life = token === null ? 'Max-Age=0' : 'Max-Age=43200'
  return [`${nameOf(of, isEncrypted)}=${token ?? ''}`, `Path=${cookies[of].path}`, life, 'HttpOnly', 'SameSite=Strict']
    .concat(isEncrypted ? ['Secure'] : [])
    .join('; ')
}

function refusal(status: number, code: string, message: string): RequestRefusal {
  return { status, code, message }
}
