import { MessageChannel } from 'node:worker_threads'
import { createORPCClient, isDefinedError, safe } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AppClient } from '../../../shared/api/contract.ts'
import { startTestHost } from '../../helpers/loopback.ts'

// One suite over both transports: the same calls must have the same answers, refusals, files and events.

type Connection = { readonly client: AppClient; readonly stop: () => Promise<void> }

async function overHttp(): Promise<Connection> {
  const { host, stop } = await startTestHost()
  const link = new HttpLink({
    url: `${host.origin}/rpc`,
    headers: { 'x-ocop-token': host.token, origin: host.origin },
  })
  return { client: createORPCClient(link), stop }
}

async function overPort(): Promise<Connection> {
  const { app, stop } = await startTestHost()
  const { port1, port2 } = new MessageChannel()
  new RPCHandler(app.router).upgrade(port2, { context: {} })
  const client: AppClient = createORPCClient(new PortLink({ port: port1 }))
  return {
    client,
    stop: async () => {
      port1.close()
      port2.close()
      await stop()
    },
  }
}

describe.each([
  ['HTTP on the loopback host', overHttp],
  ['MessagePort', overPort],
])('%s', (_name, connect) => {
  let connection: Connection
  let client: AppClient

  beforeAll(async () => {
    connection = await connect()
    client = connection.client
  })
  afterAll(() => connection.stop())

  test('answers data as it was', async () => {
    const { open, host, appVersion } = await client.workspace.status()
    expect(await client.workspace.list()).toEqual([])
    expect({ open, host, appVersion }).toEqual({
      open: null,
      host: { kind: 'browser', hasFileDialogs: false },
      appVersion: '0.0.0',
    })
  })

  test('carries an expected refusal with its reason', async () => {
    const { error, isSuccess } = await safe(client.sessions.list())
    expect(isSuccess).toBe(false)
    expect(isDefinedError(error)).toBe(true)
    expect(error).toMatchObject({ code: 'REFUSED', status: 422, data: { reason: 'no-workspace' } })
  })

  test('carries the facts of a refusal', async () => {
    const { error } = await safe(client.workspace.open({ id: 'no-such-file' }))
    expect(error).toMatchObject({ code: 'REFUSED', data: { reason: 'workspace-not-found', detail: {} } })
  })

  test('refuses input that the contract does not know, as a defect of the caller', async () => {
    const { error } = await safe(client.workspace.create({ name: '   ' }))
    expect(error).toMatchObject({ code: 'BAD_REQUEST' })
    const outside = await safe(client.workspace.openSample({ sample: '../secret' as 'district-2024' }))
    expect(outside.error).toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('keeps Vietnamese text, composed', async () => {
    const info = await client.workspace.create({ name: 'Hội đồng huyện Đắk Song'.normalize('NFD') })
    expect(info).toMatchObject({ name: 'Hội đồng huyện Đắk Song', isSample: false, readOnly: null })
  })

  test('carries a change to whoever listens, and ends when the listener leaves', async () => {
    const controller = new AbortController()
    const changes = await client.live.changes(undefined, { signal: controller.signal })
    const first = changes.next()
    // The subscription starts when the stream is first read at the other side.
    await new Promise((resolve) => setTimeout(resolve, 200))
    await client.workspace.close()
    expect(await first).toEqual({
      done: false,
      value: { topics: ['workspace'], sessionId: null, agendaItemId: null },
    })
    controller.abort()
    await expect(changes.next()).rejects.toThrow()
  })

  test('carries a file up: bytes that are no workspace are refused by what they hold', async () => {
    const file = new File([new Uint8Array([0, 1, 2, 255])], 'Không phải hồ sơ.ocop')
    const { error } = await safe(client.workspace.adopt({ file }))
    expect(error).toMatchObject({ code: 'REFUSED', data: { reason: 'not-a-workspace' } })
  })
})
