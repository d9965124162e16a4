import { once } from 'node:events'
import { Agent as PlainAgent, request as plainRequest, type IncomingMessage } from 'node:http'
import { Agent as TlsAgent, request as tlsRequest } from 'node:https'
import { Readable } from 'node:stream'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { clerkHeader, clerkPath } from '../../shared/api/clerk-path.ts'
import type { AppClient } from '../../shared/api/contract.ts'
import { waitingHeader } from '../../shared/api/waiting-header.ts'
import type { DeviceBallot, DeviceClient } from '../../shared/api/room-device.ts'
import { createDeviceProof, keyHeader } from '../../shared/room-proof/room-proof.ts'
import { listCriteria } from '../../shared/domain/criteria/form.ts'
import { newActId } from './ballot-acts.ts'

/** A member's phone or a clerk's laptop: clients over real HTTP with the cookie, the origin and the connections of a browser. */
export type TestDevice = {
  readonly client: DeviceClient
  /** The application as far as the room lets a clerk reach it. */
  readonly clerk: AppClient
  /** The cookie that the room gave it, as the browser would send it. */
  readonly cookie: () => string | null
  /** The headers that prove a call to be its own, for calls made by hand. */
  readonly sign: DeviceProof['sign']
  readonly proof: DeviceProof
  /** Cuts its connections, as when the Wi-Fi is gone. */
  readonly [Symbol.dispose]: () => void
}

type DeviceProof = ReturnType<typeof createDeviceProof>

type CreateDeviceInput = {
  readonly link: string
  readonly from?: string
  readonly certificate?: string
  /** Another launch of the same device. */
  readonly like?: TestDevice
  /** Somebody who read that cookie and no more. */
  readonly cookie?: string | null
  readonly speaksFor?: string
  readonly waiting?: () => string
}

/**
 * @param link What the secretary's screen shows.
 * @param from Address of the device on this machine: the room limits each address. All of 127.0.0.0/8 is this machine
 *   on Linux and Windows.
 * @param certificate The authority that the device trusts, as PEM.
 * @param speaksFor The clerk for whom the page was opened.
 * @param waiting What the phone says that waits on it.
 */
export function createDevice({
  link,
  from,
  certificate,
  like,
  cookie = like?.cookie() ?? null,
  speaksFor,
  waiting,
}: CreateDeviceInput): TestDevice {
  const isEncrypted = link.startsWith('https:')
  const agent = new (isEncrypted ? TlsAgent : PlainAgent)({
    keepAlive: true,
    // As many as a browser opens.
    maxSockets: 6,
    ...(from !== undefined && { localAddress: from }),
    ...(certificate !== undefined && { ca: certificate }),
  })
  const send = isEncrypted ? tlsRequest : plainRequest
  const kept = { cookie }
  const proof = like?.proof ?? createDeviceProof(memory(), Math.random)
  const rpc = (path: string) =>
    new RPCLink({
      url: `${link}${path}/rpc`,
      fetch: async (call) => {
        const body = Buffer.from(await call.arrayBuffer())
        const { pathname } = new URL(call.url)
        const headers = {
          ...Object.fromEntries(call.headers),
          origin: link,
          'content-length': String(body.length),
          ...proof.sign({ path: pathname, body: body.toString() }),
          ...(speaksFor !== undefined && { [clerkHeader]: encodeURIComponent(speaksFor) }),
          ...(waiting !== undefined && { [waitingHeader]: waiting() }),
          ...(kept.cookie !== null && { cookie: kept.cookie }),
        }
        const sent = send(call.url, { method: call.method, headers, agent, signal: call.signal })
        sent.end(body)
        const [answer] = (await once(sent, 'response')) as [IncomingMessage]
        kept.cookie = nextCookie(answer, kept.cookie)
        proof.learn(pathname, answer.headers[keyHeader]?.toString() ?? null)
        return toResponse(answer)
      },
    })
  return {
    client: createORPCClient(rpc('')),
    clerk: createORPCClient(rpc(clerkPath)),
    cookie: () => kept.cookie,
    proof,
    sign: proof.sign,
    [Symbol.dispose]: () => agent.destroy(),
  }
}

/** Answers every criterion of one product at no level, but for the first at its best, and submits the ballot. */
export async function fillOnDevice(
  client: DeviceClient,
  {
    agendaItemId,
    round = 1,
    isSubmitted = true,
  }: { readonly agendaItemId: number; readonly round?: number; readonly isSubmitted?: boolean },
): Promise<DeviceBallot> {
  const criteria = listCriteria(await client.form({ agendaItemId }))
  let ballot = await client.ballot({ agendaItemId })
  for (const [criterionIndex, { criterion }] of criteria.entries()) {
    const option = criterionIndex === 0 ? criterion.options.length : 0
    const seen = ballot.choices[criterionIndex] ?? null
    ballot = await client.choose({ agendaItemId, round, actId: newActId(), criterionIndex, option, seen })
  }
  if (!isSubmitted) return ballot
  return client.confirm({ agendaItemId, round, actId: newActId(), seen: ballot.choices })
}

/** Where the simulated device of that number stands; macOS has only 127.0.0.1. */
export function deviceAddress(number: number): string | undefined {
  return process.platform === 'darwin' ? undefined : `127.0.1.${number}`
}

function nextCookie({ headers }: IncomingMessage, cookie: string | null): string | null {
  const given = headers['set-cookie']?.[0]
  if (given === undefined) return cookie
  return given.includes('Max-Age=0') ? null : (given.split(';')[0] ?? null)
}

function toResponse(answer: IncomingMessage): Response {
  const headers = Object.entries(answer.headers).map(([name, value]) => [name, String(value)] as [string, string])
  const hasBody = answer.statusCode !== 204
  // Node's stream types and the DOM's are the same at run time.
  const body = hasBody ? (Readable.toWeb(answer) as unknown as ReadableStream<Uint8Array>) : null
  return new Response(body, { status: answer.statusCode ?? 0, headers })
}

function memory() {
  const kept = new Map<string, string>()
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  }
}
