import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'

/** Who connects says what they want within it, TLS included. In milliseconds. */
const firstRequestMs = 3000
const mostOfRoom = 256
/** Fifteen phones may stand behind one address, each with a stream and a call or two. */
const mostOfAddress = 64
/** A browser opens six, and three may come at once. */
const mostNewOfAddress = 24

type Known = { readonly address: string; readonly hasEntered: boolean; readonly hasAsked: boolean }

/**
 * Which connection goes so that the newest one may stay, or null where nobody has to. Those of devices that entered are
 * never taken; of the others the oldest that never asked for anything goes first, at the address that holds the most.
 *
 * @param open In the order in which they came, the newest one last.
 */
export function victimOf<Connection extends Known>(open: readonly Connection[]): Connection | null {
  const newest = open.at(-1)
  if (newest === undefined) return null
  const strangers = open.filter(({ hasEntered }) => !hasEntered)
  const own = strangers.filter(({ address }) => address === newest.address)
  const ofAddress = open.filter(({ address }) => address === newest.address).length
  if (own.length > mostNewOfAddress || ofAddress > mostOfAddress) return leastMissed(own)
  if (open.length <= mostOfRoom) return null
  const counts = new Map<string, number>()
  for (const { address } of strangers) counts.set(address, (counts.get(address) ?? 0) + 1)
  const most = Math.max(...counts.values())
  return leastMissed(strangers.filter(({ address }) => counts.get(address) === most))
}

function leastMissed<Connection extends Known>(candidates: readonly Connection[]): Connection | null {
  return candidates.find(({ hasAsked }) => !hasAsked) ?? candidates[0] ?? null
}

type Connection = { readonly socket: Socket; readonly address: string; hasEntered: boolean; hasAsked: boolean }

export type RoomConnections = ReturnType<typeof limitConnections>

/**
 * Keeps room for newcomers: a connection that does not ask within three seconds is cut, and where there are too many,
 * those of strangers go before those of devices that entered.
 */
export function limitConnections(server: Server) {
  const open = new Map<string, Connection>()

  server.on('connection', (socket: Socket) => {
    const key = keyOf(socket)
    const connection: Connection = { socket, address: socket.remoteAddress ?? '', hasEntered: false, hasAsked: false }
    open.set(key, connection)
    const timer = setTimeout(() => connection.hasAsked || socket.destroy(), firstRequestMs)
    socket.once('close', () => {
      clearTimeout(timer)
      open.delete(key)
    })
    victimOf([...open.values()])?.socket.destroy()
  })

  return {
    /** A request begins. It counts once it is whole, so that a body that drips in buys no time. */
    asks: (request: IncomingMessage): void => {
      const connection = open.get(keyOf(request.socket))
      if (connection === undefined) return
      const isWhole = (): void => void (connection.hasAsked = true)
      if (Number(request.headers['content-length'] ?? 0) === 0) isWhole()
      else request.once('end', isWhole)
    },
    /** The connection is that of a device of the room. */
    enters: (request: IncomingMessage): void => {
      const connection = open.get(keyOf(request.socket))
      if (connection !== undefined) connection.hasEntered = true
    },
    /** Also those that have not come to speak HTTP, or TLS, yet. */
    cutAll: (): void => {
      for (const { socket } of open.values()) socket.destroy()
    },
  }
}

/** The socket under TLS is another object than the one that requests come by: what they have in common is the far end. */
const keyOf = ({ remoteAddress, remotePort }: Socket): string => `${remoteAddress} ${remotePort}`
