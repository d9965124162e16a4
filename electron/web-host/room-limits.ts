import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { createRateLimit } from './rate-limit.ts'
import { isCall } from './request-guard.ts'

export type RoomLimits = ReturnType<typeof createRoomLimits>

/** A thumb makes two choices a second; a device that comes back delivers what waited as fast as these let it. */
export function createRoomLimits() {
  const now = () => performance.now()
  return {
    ofAddress: createRateLimit({ burst: 400, perSecond: 100, keys: 1000, now }),
    ofToken: createRateLimit({ burst: 150, perSecond: 40, keys: 1000, now }),
    /** Beside the five tries of each seat: nobody walks along all seats quickly. */
    ofEntering: createRateLimit({ burst: 20, perSecond: 0.2, keys: 1000, now }),
  }
}

export function isTooFast(
  limits: RoomLimits,
  request: { readonly address: string; readonly token: string | null; readonly pathname: string },
) {
  const { address, token, pathname } = request
  if (!limits.ofAddress.take(address)) return true
  if (pathname.startsWith('/rpc/enter') && !limits.ofEntering.take(address)) return true
  return token !== null && isCall({ pathname }) && !limits.ofToken.take(token)
}

const connectionsOfAddress = 64
const connectionsOfRoom = 256

/** Limits them and answers how to cut every one: also those that have not come to speak HTTP, or TLS, yet. */
export function limitConnections(server: Server): { readonly cutAll: () => void } {
  const open = new Set<Socket>()
  const counts = new Map<string, number>()
  server.maxConnections = connectionsOfRoom
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? ''
    const count = (counts.get(address) ?? 0) + 1
    counts.set(address, count)
    open.add(socket)
    socket.once('close', () => {
      open.delete(socket)
      const left = (counts.get(address) ?? 1) - 1
      if (left === 0) counts.delete(address)
      else counts.set(address, left)
    })
    if (count > connectionsOfAddress) socket.destroy()
  })
  return {
    cutAll: () => {
      for (const socket of open) socket.destroy()
    },
  }
}
