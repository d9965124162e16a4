import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rawRequest, startTestHost } from '../../helpers/loopback.ts'

// One test for each promise of the loopback host, against the running server.

let site: Awaited<ReturnType<typeof startTestHost>>

beforeAll(async () => {
  site = await startTestHost()
})
afterAll(() => site.stop())

function call(changed: Readonly<Record<string, string | undefined>> = {}, body = '{}') {
  const headers = {
    host: new URL(site.host.origin).host,
    origin: site.host.origin,
    'x-ocop-token': site.host.token,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    ...changed,
  }
  const given = Object.fromEntries(Object.entries(headers).filter((entry) => entry[1] !== undefined))
  return rawRequest({
    host: site.host,
    path: '/rpc/workspace/status',
    method: 'POST',
    headers: given as Record<string, string>,
    body,
  })
}

test('a call of the page is answered', async () => {
  const { status, body } = await call()
  expect(status).toBe(200)
  expect(JSON.parse(body)).toMatchObject({ json: { open: null, host: { kind: 'browser' } } })
})

describe('a call is refused', () => {
  test.each<[string, Record<string, string | undefined>, number]>([
    ['without the token', { 'x-ocop-token': undefined }, 401],
    ['with another token', { 'x-ocop-token': 'x'.repeat(43) }, 401],
    ['under another host name', { host: 'rebound.example' }, 421],
    ['under localhost', { host: 'localhost' }, 421],
    ['from another origin', { origin: 'https://example.org' }, 403],
    ['from a sandboxed page', { origin: 'null' }, 403],
    ['without an origin', { origin: undefined }, 403],
    ['from another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['as a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['as plain text, which a form can send', { 'content-type': 'text/plain' }, 415],
    ['as a file body', { 'content-disposition': 'attachment; filename="x"' }, 415],
  ])('%s', async (_name, changed, expected) => {
    const { status, body } = await call(changed)
    expect(status).toBe(expected)
    expect(body).not.toContain('capabilities')
    expect(JSON.parse(body)).toMatchObject({ json: { status: expected } })
  })

  test('above 25 MB, before the body is read', async () => {
    const { status } = await call({ 'content-length': String(25 * 1024 * 1024 + 1) }, '')
    expect(status).toBe(413)
  })

  test('of unknown length', async () => {
    const { status } = await call({ 'content-length': undefined, 'transfer-encoding': 'chunked' })
    expect(status).toBe(411)
  })

  test('by GET, even with everything else right', async () => {
    const headers = { host: new URL(site.host.origin).host, origin: site.host.origin, 'x-ocop-token': site.host.token }
    const { status } = await rawRequest({ host: site.host, path: '/rpc/workspace/status', headers })
    expect(status).toBe(405)
  })

  test('as a preflight, so that no other origin may send the token header', async () => {
    const headers = {
      host: new URL(site.host.origin).host,
      origin: 'https://example.org',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'x-ocop-token',
    }
    const answer = await rawRequest({ host: site.host, path: '/rpc/workspace/status', method: 'OPTIONS', headers })
    expect(answer.status).toBe(405)
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

test('no answer carries a CORS header', async () => {
  for (const answer of [await call(), await call({ origin: 'https://example.org' })]) {
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  }
})

test('an unknown procedure is not found', async () => {
  const headers = {
    host: new URL(site.host.origin).host,
    origin: site.host.origin,
    'x-ocop-token': site.host.token,
    'content-length': '0',
  }
  const { status } = await rawRequest({ host: site.host, path: '/rpc/no/such', method: 'POST', headers })
  expect(status).toBe(404)
})

describe('the page', () => {
  const get = (path: string) => rawRequest({ host: site.host, path, headers: { host: new URL(site.host.origin).host } })

  test('comes with its security headers', async () => {
    const { status, headers, body } = await get('/')
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("connect-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
    expect(body).toContain(`nonce="${nonce}"`)
    expect((await get('/')).body).not.toContain(`nonce="${nonce}"`)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    expect(headers['cache-control']).toBe('no-store')
  })

  test('serves its assets, to be kept', async () => {
    const { status, headers, body } = await get('/assets/index-1.js')
    expect([status, body, headers['cache-control']]).toEqual([200, 'export {}', expect.stringContaining('immutable')])
  })

  test.each([
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/assets/..%5c..%5csecret.js',
    '/assets/council.ocop',
    '/assets',
    '/data/',
    '//127.0.0.1/secret.js',
    '/none.js',
  ])('does not serve %s', async (path) => {
    const { status, body } = await get(path)
    expect([400, 404]).toContain(status)
    expect(body).not.toContain('not for the page')
  })

  test('is not served under another name', async () => {
    const { status } = await rawRequest({ host: site.host, path: '/', headers: { host: 'rebound.example' } })
    expect(status).toBe(421)
  })

  test('answers HEAD without a body and no other method', async () => {
    const headers = { host: new URL(site.host.origin).host }
    const head = await rawRequest({ host: site.host, path: '/', method: 'HEAD', headers })
    expect([head.status, head.body]).toEqual([200, ''])
    expect((await rawRequest({ host: site.host, path: '/', method: 'POST', headers })).status).toBe(405)
  })
})

test('listens on 127.0.0.1 only', async () => {
  const port = Number(new URL(site.host.origin).port)
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .map(({ address }) => address)
    .filter((address) => address !== '127.0.0.1' && !address.startsWith('fe80'))
  // 127.0.0.2 reaches a server that listens on every address, on Linux also where there is no network at all.
  for (const address of [...others, ...(process.platform === 'linux' ? ['127.0.0.2'] : [])]) {
    expect(await canConnect(address, port), address).toBe(false)
  }
  expect(await canConnect('127.0.0.1', port)).toBe(true)
})

test('each launch has a token of its own, which stands only in the fragment', async () => {
  const other = await startTestHost()
  try {
    expect(other.host.token).not.toBe(site.host.token)
    expect(Buffer.from(site.host.token, 'base64url')).toHaveLength(32)
    expect(site.host.address).toBe(`${site.host.origin}/#token=${site.host.token}`)
  } finally {
    await other.stop()
  }
})

test('nothing above was an unforeseen error', () => {
  expect(site.errors).toEqual([])
})

function canConnect(host: string, port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const socket = connect({ host, port, timeout: 2000 }, () => finish(true))
  const finish = (answer: boolean) => {
    socket.destroy()
    resolve(answer)
  }
  socket.on('error', () => finish(false))
  socket.on('timeout', () => finish(false))
  return promise
}
