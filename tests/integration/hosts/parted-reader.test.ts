import { once } from 'node:events'
import { request, type ClientRequest, type IncomingMessage } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { startTestHost } from '../../helpers/loopback.ts'

// Closing a preview while its file is made, or on its way, must not end the host: an error that nobody can catch would
// fail this test as it would end the application.

test('a reader who leaves before or while a file is sent leaves the host as it was', async () => {
  const { app, host, errors, stop } = await startTestHost()
  try {
    const client = createRouterClient(app.router)
    await client.workspace.openSample({ sample: 'district-2024' })
    const [session] = await client.sessions.list()
    // Hundreds of kilobytes: a file that leaves in one piece has no middle.
    const render = { sessionId: session?.id ?? 0, kind: 'product-tally', format: 'pdf' }
    for (let round = 0; round < 4; round += 1) {
      const sent = call({ host, procedure: 'documents/render', input: render })
      sent.on('error', () => {})
      if (round % 2 === 0) {
        const [answer] = (await once(sent, 'response')) as [IncomingMessage]
        await once(answer, 'data')
      } else {
        await once(sent, 'finish')
        await wait(1)
      }
      sent.destroy()
    }
    const whole = call({ host, procedure: 'documents/render', input: render })
    const [answer] = (await once(whole, 'response')) as [IncomingMessage]
    expect(answer.statusCode).toBe(200)
    let bytes = 0
    for await (const chunk of answer) bytes += (chunk as Buffer).length
    expect(bytes).toBeGreaterThan(200_000)
    expect(errors).toEqual([])
  } finally {
    await stop()
  }
})

type CallInput = {
  readonly host: Awaited<ReturnType<typeof startTestHost>>['host']
  readonly procedure: string
  readonly input: unknown
}

function call({ host, procedure, input }: CallInput): ClientRequest {
  const { hostname, port } = new URL(host.origin)
  const headers = {
    'x-ocop-token': host.token,
    origin: host.origin,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
  }
  const sent = request({ hostname, port, path: `/rpc/${procedure}`, method: 'POST', headers, agent: false })
  sent.end(JSON.stringify({ json: input }))
  return sent
}
