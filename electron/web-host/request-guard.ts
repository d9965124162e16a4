import { hash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { RefusalReason } from '../../shared/api/refusal.ts'

export const tokenHeader = 'x-ocop-token'
/** Largest request body in bytes: the largest workbook that may be imported, with its envelope. */
export const bodyLimit = 25 * 1024 * 1024
/** The same of a file of scanned ballots, `scanLimits`. */
const scanBodyLimit = 205 * 1024 * 1024

export type RequestFacts = {
  readonly method: string
  readonly pathname: string
  readonly headers: IncomingHttpHeaders
}

export type RequestRefusal = {
  readonly status: number
  readonly code: string
  readonly message: string
  /** Of a refusal that the contract knows. */
  readonly data?: { readonly reason: RefusalReason; readonly detail: object }
}

type RefuseRequestInput = {
  readonly request: RequestFacts
  readonly origin: string
  readonly token: string
}

/**
 * Why a request is turned away, or null. Every request must name this host exactly (a foreign name that resolves to
 * 127.0.0.1 does not); a call must also come from the page of this very address and launch, as JSON or as the
 * library's multipart, so that no form and no other site can make one. No answer carries a CORS header, so a
 * browser never sends the token header across origins.
 */
export function refuseRequest({ request, origin, token }: RefuseRequestInput): RequestRefusal | null {
  const { method, headers } = request
  if (headers.host !== new URL(origin).host) return refusal(421, 'MISDIRECTED_REQUEST', 'Wrong host name')
  if (!isCall(request)) {
    return method === 'GET' || method === 'HEAD' ? null : refusal(405, 'METHOD_NOT_SUPPORTED', 'Only GET and HEAD')
  }
  if (method !== 'POST') return refusal(405, 'METHOD_NOT_SUPPORTED', 'Calls are POST')
  // Browsers say where a request comes from; the tests' own client does not.
  const site = headers['sec-fetch-site'] ?? 'same-origin'
  if (site !== 'same-origin') return refusal(403, 'FORBIDDEN', 'Request from another site')
  if (headers.origin !== origin) return refusal(403, 'FORBIDDEN', 'Request from another origin')
  if (!isSameToken(headers[tokenHeader], token)) return refusal(401, 'UNAUTHORIZED', 'Missing or old token')
  return refuseBody(headers, request.pathname === '/rpc/paperBallots/addFile' ? scanBodyLimit : bodyLimit)
}

/** True for requests that go to the procedures, false for files of the page. */
export function isCall({ pathname }: Pick<RequestFacts, 'pathname'>): boolean {
  return pathname === '/rpc' || pathname.startsWith('/rpc/')
}

function refuseBody(headers: IncomingHttpHeaders, most: number): RequestRefusal | null {
  // With a declared length, Node's own parser holds the body to it; browsers always declare it.
  if (headers['transfer-encoding'] !== undefined) return refusal(411, 'LENGTH_REQUIRED', 'Length required')
  const length = Number(headers['content-length'] ?? '0')
  if (length > most) return refusal(413, 'PAYLOAD_TOO_LARGE', `Larger than ${most / 1024 / 1024} MB`)
  // The library reads a body with a disposition as a file whatever its type; calls never send one.
  if (headers['content-disposition'] !== undefined) return refusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'JSON only')
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  const isAllowed = type === undefined ? length === 0 : type === 'application/json' || type === 'multipart/form-data'
  return isAllowed ? null : refusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'JSON only')
}

function isSameToken(given: string | string[] | undefined, token: string): boolean {
  if (typeof given !== 'string') return false
  // Digests have one length, which timingSafeEqual needs.
  return timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', token, 'buffer'))
}

function refusal(status: number, code: string, message: string): RequestRefusal {
  return { status, code, message }
}
