import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { AnyRouter } from '@orpc/server'
import { RPCHandler } from '@orpc/server/node'
import type { Log } from '../context.ts'
import { pageHeaders } from './page-headers.ts'
import { leaveOutFileOfPartedReader, survivePartedReader } from './parted-reader.ts'
import { isCall, refuseRequest } from './request-guard.ts'
import { sendPageFile, sendRefusal } from './send-answer.ts'

export type LoopbackHost = {
  /** `http://127.0.0.1:port` */
  readonly origin: string
  /** Secret of this launch; the page sends it with every call. */
  readonly token: string
  /** What a person opens: the origin with the token in the fragment, which no server and no log ever sees. */
  readonly address: string
  /** Ends open streams and stops listening. */
  readonly close: () => Promise<void>
}

/**
 * Serves the built page and the procedures to one person's browser on this machine. Listens on 127.0.0.1 only.
 *
 * @param port 0 takes a free one
 * @throws the listen error, such as EADDRINUSE
 */
export async function startLoopbackHost(options: {
  readonly router: AnyRouter
  /** Folder of the built page, `out/renderer`. */
  readonly page: string
  readonly port: number
  readonly log: Log
}): Promise<LoopbackHost> {
  const token = randomBytes(32).toString('base64url')
  const calls = new RPCHandler(options.router, { rootInterceptors: [leaveOutFileOfPartedReader] })
  const server = createServer((request, response) => {
    void answer({ request, response, calls, token, origin, page: options.page }).catch((error: unknown) => {
      options.log.error('request failed', error)
      if (response.headersSent) response.destroy()
      else sendRefusal(response, { status: 500, code: 'INTERNAL_SERVER_ERROR', message: 'Internal error' })
    })
  })
  await listen(server, options.port)
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { origin, token, address: `${origin}/#token=${token}`, close: () => close(server) }
}

type Exchange = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly calls: RPCHandler<Record<never, never>>
  readonly origin: string
  readonly token: string
  readonly page: string
}

async function answer({ request, response, calls, origin, token, page }: Exchange): Promise<void> {
  for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value)
  const url = URL.parse(request.url ?? '', origin)
  if (url === null || url.origin !== origin) {
    return sendRefusal(response, { status: 400, code: 'BAD_REQUEST', message: 'Bad address' })
  }
  const facts = { method: request.method ?? '', pathname: url.pathname, headers: request.headers }
  const refused = refuseRequest({ request: facts, origin, token })
  if (refused !== null) return sendRefusal(response, refused)
  if (!isCall(facts)) return sendPageFile({ response, page, pathname: url.pathname, isHead: request.method === 'HEAD' })
  response.setHeader('cache-control', 'no-store')
  survivePartedReader(response)
  const { matched } = await calls.handle(request, response, { prefix: '/rpc', context: {} })
  if (!matched) sendRefusal(response, { status: 404, code: 'NOT_FOUND', message: 'No such procedure' })
}

function listen(server: Server, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen({ host: '127.0.0.1', port }, () => {
    server.off('error', reject)
    resolve()
  })
  return promise
}

function close(server: Server): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.close((error) => (error === undefined ? resolve() : reject(error)))
  server.closeAllConnections()
  return promise
}
