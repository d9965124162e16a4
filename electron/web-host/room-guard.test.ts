import { describe, expect, test } from 'vitest'
import { readTokenCookie, refuseRoomRequest, tokenCookieHeader } from './room-guard.ts'

// `tests/integration/room/boundary.test.ts` holds the running host to these.

const token = 'a-_'.repeat(14) + 'z'

describe('the cookie', () => {
  test.each([
    ['alone', `ocop_room=${token}`, token],
    ['among others', `a=1; ocop_room=${token};b=2`, token],
    ['missing', 'a=1', null],
    ['of another name', `xocop_room=${token}`, null],
    ['too short', 'ocop_room=abc', null],
    ['with other letters', `ocop_room=${'%'.repeat(43)}`, null],
    ['empty', '', null],
  ])('%s', (_name, header, expected) =>
    expect(readTokenCookie(header, { of: 'member', isEncrypted: false })).toBe(expected),
  )

  test('is read from no header at all', () =>
    expect(readTokenCookie(undefined, { of: 'member', isEncrypted: false })).toBeNull())

  test('is another one for clerks, which their page needs too', () => {
    expect(readTokenCookie(`ocop_room=${token}`, { of: 'clerk', isEncrypted: false })).toBeNull()
    expect(readTokenCookie(`ocop_clerk=${token}`, { of: 'clerk', isEncrypted: false })).toBe(token)
    expect(tokenCookieHeader({ token, of: 'clerk', isEncrypted: false })).toContain(`ocop_clerk=${token}; Path=/; `)
  })

  test('goes to calls of this site only, out of reach of scripts', () => {
    const header = tokenCookieHeader({ token, of: 'member', isEncrypted: false })
    expect(header).toContain(`ocop_room=${token}; Path=/rpc; `)
    expect(header).toContain('HttpOnly; SameSite=Strict')
    // Browsers drop a secure cookie that comes over an open connection.
    expect(header).not.toContain('Secure')
  })

  test('never travels over an open connection where the room is encrypted', () => {
    const header = tokenCookieHeader({ token, of: 'member', isEncrypted: true })
    expect(header).toMatch(/^__Secure-ocop_room=.*; Secure$/)
    // An open room at the same address later has a cookie of its own, which the browser takes.
    expect(readTokenCookie(header, { of: 'member', isEncrypted: true })).toBe(token)
    expect(readTokenCookie(header, { of: 'member', isEncrypted: false })).toBeNull()
  })

  test('is taken back', () => {
    expect(tokenCookieHeader({ token: null, of: 'member', isEncrypted: false })).toContain(
      'ocop_room=; Path=/rpc; Max-Age=0',
    )
  })
})

describe('a room at a name of its own', () => {
  const origin = 'https://phong-hop.example:47811'
  const call = (headers: Readonly<Record<string, string>>) =>
    refuseRoomRequest({ method: 'POST', pathname: '/rpc/me', headers }, origin)

  test('answers under that name and port only', () => {
    const own = { host: 'phong-hop.example:47811', origin, 'content-type': 'application/json', 'content-length': '2' }
    expect(call(own)).toBeNull()
    expect(call({ ...own, host: '192.168.1.20:47811' })).toMatchObject({ status: 421 })
    expect(call({ ...own, host: 'phong-hop.example' })).toMatchObject({ status: 421 })
    expect(call({ ...own, origin: 'http://phong-hop.example:47811' })).toMatchObject({ status: 403 })
  })

  test('takes no length that is no number', () => {
    const own = { host: 'phong-hop.example:47811', origin, 'content-type': 'application/json' }
    for (const length of ['x', '1e9', '-0x5', '99999999999999999999']) {
      expect(call({ ...own, 'content-length': length })).toMatchObject({ status: 413 })
    }
  })
})
