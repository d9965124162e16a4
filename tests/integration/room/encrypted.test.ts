import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect as connectPlain } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findRoomCertificate } from '../../../electron/web-host/room-certificate.ts'
import { madeCertificate } from '../../../electron/web-host/made-certificate.ts'
import { openTestRoom } from '../../helpers/open-room.ts'
import { makeSelfSigned } from '../../helpers/self-signed.ts'

// With the office's own certificate the room is encrypted, and never open by mistake where one was meant.

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ocop chứng thư '))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function keep({ cert, key }: { readonly cert?: string; readonly key?: string }): void {
  if (cert !== undefined) writeFileSync(join(folder, 'phong-hop.crt'), cert)
  if (key !== undefined) writeFileSync(join(folder, 'phong-hop.key'), key)
}
const certificate = () => findRoomCertificate({}, folder)
const unusable = expect.objectContaining({ data: { reason: 'room-certificate-unusable', detail: {} } })

describe('a certificate for the address', () => {
  test('encrypts everything, and is trusted by whom the office tells', async () => {
    const pair = makeSelfSigned({ ipv4: '127.0.0.1' })
    keep(pair)
    using room = await openTestRoom({ certificate })
    expect(room.link()).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
    expect((await room.app.client.room.status()).open).toMatchObject({ isEncrypted: true, link: room.link() })
    const { client, state } = await room.enter(0, { certificate: pair.cert })
    const agendaItemId = state.products[0]?.agendaItemId as number
    const act = { agendaItemId, round: 1, actId: 'a'.repeat(32), criterionIndex: 0, option: 1, seen: null }
    expect((await client.choose(act)).revision).toBe(1)
    const stranger = room.device()
    await expect(stranger.client.seats()).rejects.toThrow(/self.signed/i)
    expect(room.errors).toEqual([])
  })

  test('speaks TLS 1.2 and above', async () => {
    const pair = makeSelfSigned({ ipv4: '127.0.0.1' })
    keep(pair)
    using room = await openTestRoom({ certificate })
    const port = Number(new URL(room.link()).port)
    const protocolOf = (maxVersion: 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3') =>
      new Promise<string | null>((resolve) => {
        const options = { host: '127.0.0.1', port, ca: pair.cert, minVersion: 'TLSv1' as const, maxVersion }
        const socket = connect({ ...options, ciphers: 'DEFAULT@SECLEVEL=0' }, () => {
          resolve(socket.getProtocol())
          socket.destroy()
        })
        socket.once('error', () => resolve(null))
      })
    expect(await protocolOf('TLSv1.1')).toBeNull()
    expect(await protocolOf('TLSv1.2')).toBe('TLSv1.2')
    expect(await protocolOf('TLSv1.3')).toBe('TLSv1.3')
  })
})

test('switching off cuts also who has not come to speak TLS yet', async () => {
  keep(makeSelfSigned({ ipv4: '127.0.0.1' }))
  using room = await openTestRoom({ certificate })
  const socket = connectPlain({ host: '127.0.0.1', port: Number(new URL(room.link()).port) })
  await once(socket, 'connect')
  // The room has it once it answers somebody who came later.
  await expect(room.device().client.seats()).rejects.toThrow(/self.signed/i)
  const cut = once(socket, 'close')
  socket.on('error', () => {})
  await room.app.client.room.switchOff()
  await cut
  expect(socket.destroyed).toBe(true)
})

test('a certificate for a name makes the link with that name', async () => {
  keep(makeSelfSigned({ dns: 'phong-hop.so.example' }))
  using room = await openTestRoom({ certificate })
  expect(room.link()).toMatch(/^https:\/\/phong-hop\.so\.example:\d+$/)
})

describe('no room opens', () => {
  test.each([
    [
      'with the key of another certificate',
      () => ({ ...makeSelfSigned({ ipv4: '127.0.0.1' }), key: makeSelfSigned({ ipv4: '127.0.0.1' }).key }),
    ],
    ['with the certificate alone', () => ({ cert: makeSelfSigned({ ipv4: '127.0.0.1' }).cert })],
    ['with the key alone', () => ({ key: makeSelfSigned({ ipv4: '127.0.0.1' }).key })],
    ['with something else in its place', () => ({ cert: 'chứng thư', key: 'khóa' })],
  ])('%s', async (_name, pair) => {
    keep(pair())
    await expect(openTestRoom({ certificate })).rejects.toEqual(unusable)
  })
})

test('the environment decides before the data folder', () => {
  keep(makeSelfSigned({ ipv4: '127.0.0.1' }))
  const env = { OCOP_ROOM_CERT: 'a.pem', OCOP_ROOM_KEY: 'b.pem' }
  expect(findRoomCertificate(env, folder)).toEqual({ cert: 'a.pem', key: 'b.pem' })
  // Half a pair is read and refused, not passed over.
  expect(findRoomCertificate({ OCOP_ROOM_CERT: 'a.pem' }, folder)).not.toBeNull()
  rmSync(join(folder, 'phong-hop.crt'))
  rmSync(join(folder, 'phong-hop.key'))
  expect(findRoomCertificate({}, folder)).toBeNull()
})

describe('the application’s own certificate', () => {
  const fingerprintAt = (link: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(link)
      const socket = connect({ host: hostname, port: Number(port), rejectUnauthorized: false }, () => {
        resolve(socket.getPeerX509Certificate()?.fingerprint256 ?? '')
        socket.destroy()
      })
      socket.once('error', reject)
    })
  const now = new Date('2026-11-26T08:00:00Z')
  const make = (address: string, at = now, addresses: readonly string[] = []) =>
    madeCertificate({ dataFolder: folder, address, addresses: [address, ...addresses], now: at })
  const read = () => new X509Certificate(readFileSync(join(folder, 'phong-hop-tu-tao.pem')))

  test('encrypts a room where the secretary asks for it, under the fingerprint that is shown', async () => {
    using room = await openTestRoom({ isEncrypted: true })
    const { open, certificate: found } = await room.app.client.room.status()
    expect(open).toMatchObject({ isEncrypted: true, link: expect.stringMatching(/^https:\/\/127\.0\.0\.1:/) })
    expect(await fingerprintAt(room.link())).toBe(open?.fingerprint)
    expect(found).toBe('made')
    const pem = readFileSync(join(room.dataFolder, 'phong-hop-tu-tao.pem'), 'utf8')
    const { client } = await room.enter(0, { certificate: pem })
    expect((await client.me()).seat).toBe(1)
    await room.app.client.room.switchOff()
    expect((await room.switchOn()).fingerprint).toBe(open?.fingerprint)
  })

  test('gives way to the office’s, which needs no fingerprint', async () => {
    const pair = makeSelfSigned({ ipv4: '127.0.0.1' })
    keep(pair)
    using room = await openTestRoom({ certificate, isEncrypted: true })
    expect(await room.app.client.room.status()).toMatchObject({ certificate: 'office', open: { fingerprint: null } })
    expect(await fingerprintAt(room.link())).toBe(new X509Certificate(pair.cert).fingerprint256)
  })

  test('is read by nobody else', { skip: process.platform === 'win32' }, async () => {
    await make('192.168.1.20')
    expect(statSync(join(folder, 'phong-hop-tu-tao.pem')).mode & 0o777).toBe(0o600)
  })

  test('stays the same for the addresses that it is for, and is renewed for another and before it lapses', async () => {
    await make('192.168.1.20', now, ['10.0.0.5'])
    const first = read()
    const later = new Date(first.validToDate.getTime() - 20 * 24 * 3600 * 1000)
    await make('10.0.0.5', later)
    expect(read().fingerprint256).toBe(first.fingerprint256)
    await make('172.16.3.4')
    const moved = read()
    for (const address of ['172.16.3.4', '192.168.1.20', '10.0.0.5']) expect(moved.checkIP(address)).toBe(address)
    expect(moved.fingerprint256).not.toBe(first.fingerprint256)
    await make('172.16.3.4', new Date(moved.validToDate.getTime() - 5 * 24 * 3600 * 1000))
    expect(read().fingerprint256).not.toBe(moved.fingerprint256)
  })

  test('is made anew in the place of something else', async () => {
    writeFileSync(join(folder, 'phong-hop-tu-tao.pem'), 'chứng thư')
    await make('192.168.1.20')
    expect(read().checkIP('192.168.1.20')).toBe('192.168.1.20')
  })
})
