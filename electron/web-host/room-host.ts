import { createServer as createPlainServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { RPCHandler } from '@orpc/server/node'
import { Refusal } from '../../shared/api/refusal.ts'
import type { RoomInterface } from '../../shared/api/room.ts'
import type { DeviceCall, Log, RoomDoors, RoomHostPort, RoomListener } from '../context.ts'
import { systemClock } from '../system-clock.ts'
import { hasMadeCertificate, madeCertificate } from './made-certificate.ts'
import { answer, type RoomPages } from './room-answers.ts'
import { nameOf, readCertificate, type RoomCertificate, type RoomKeys } from './room-certificate.ts'
import { limitConnections } from './room-connections.ts'
import { createRoomLimits } from './room-limits.ts'
import { sendRefusal } from './send-answer.ts'

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
