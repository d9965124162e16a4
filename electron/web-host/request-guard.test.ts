import { describe, expect, test } from 'vitest'
import { bodyLimit, refuseRequest, type RequestFacts } from './request-guard.ts'

const origin = 'http://127.0.0.1:47810'
const token = 'secret-of-this-launch'
const callHeaders = {
  host: '127.0.0.1:47810',
  origin,
  'x-ocop-token': token,
  'content-type': 'application/json',
  'content-length': '12',
  'sec-fetch-site': 'same-origin',
}
const call = { method: 'POST', pathname: '/rpc/workspace/status', headers: callHeaders }

function statusOf(request: RequestFacts): number | null {
  return refuseRequest({ request, origin, token })?.status ?? null
}

test('a call of the page passes', () => {
  expect(statusOf(call)).toBeNull()
})

test('a file upload passes', () => {
  const headers = { ...callHeaders, 'content-type': 'multipart/form-data; boundary=x' }
  expect(statusOf({ ...call, headers })).toBeNull()
})

test('a call without input passes', () => {
  const { 'content-type': _type, 'content-length': _length, ...headers } = callHeaders
  expect(statusOf({ ...call, headers })).toBeNull()
})

describe('each condition turns a call away by itself', () => {
  test.each<[string, Partial<Record<keyof typeof callHeaders, string | undefined>>, number]>([
    ['foreign host name', { host: 'evil.example:47810' }, 421],
    ['localhost by name', { host: 'localhost:47810' }, 421],
    ['host without port', { host: '127.0.0.1' }, 421],
    ['no host', { host: undefined }, 421],
    ['foreign origin', { origin: 'http://evil.example' }, 403],
    ['other port', { origin: 'http://127.0.0.1:47811' }, 403],
    ['opaque origin', { origin: 'null' }, 403],
    ['no origin', { origin: undefined }, 403],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['another port of this machine', { 'sec-fetch-site': 'same-site' }, 403],
    ['no token', { 'x-ocop-token': undefined }, 401],
    ['old token', { 'x-ocop-token': 'secret-of-another-launch' }, 401],
    ['empty token', { 'x-ocop-token': '' }, 401],
    ['form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['plain text', { 'content-type': 'text/plain' }, 415],
    ['body without type', { 'content-type': undefined }, 415],
    ['body too large', { 'content-length': String(bodyLimit + 1) }, 413],
  ])('%s', (_name, changed, status) => {
    const entries = Object.entries({ ...callHeaders, ...changed }).filter(([, value]) => value !== undefined)
    expect(statusOf({ ...call, headers: Object.fromEntries(entries) })).toBe(status)
  })

  test('a pile of scanned ballots, which is larger than any workbook', () => {
    const statusAt = (pathname: string, length: number) =>
      statusOf({ ...call, pathname, headers: { ...callHeaders, 'content-length': String(length) } })
    expect(statusAt('/rpc/paperBallots/addFile', bodyLimit + 1)).toBe(null)
    expect(statusAt('/rpc/paperBallots/addFile', 300 * 1024 * 1024)).toBe(413)
    expect(statusAt('/rpc/paperBallots/addFile/x', bodyLimit + 1)).toBe(413)
  })

  test('a body of unknown length', () => {
    expect(statusOf({ ...call, headers: { ...callHeaders, 'transfer-encoding': 'chunked' } })).toBe(411)
  })

  test('a body that claims to be a file', () => {
    expect(statusOf({ ...call, headers: { ...callHeaders, 'content-disposition': 'attachment' } })).toBe(415)
  })

  test.each(['GET', 'PUT', 'OPTIONS', 'DELETE'])('%s', (method) => {
    expect(statusOf({ ...call, method })).toBe(405)
  })
})

describe('files of the page', () => {
  const page = { method: 'GET', pathname: '/', headers: { host: '127.0.0.1:47810' } }
  test('need no token', () => expect(statusOf(page)).toBeNull())
  test('need the exact host', () => expect(statusOf({ ...page, headers: { host: 'evil.example' } })).toBe(421))
  test('are only read', () => expect(statusOf({ ...page, method: 'POST' })).toBe(405))
  test('/rpcx is a file, not a call', () => expect(statusOf({ ...page, pathname: '/rpcx' })).toBeNull())
})
