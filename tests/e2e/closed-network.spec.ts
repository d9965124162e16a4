import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import { closedNetworkSwitches } from '../../electron/main/closed-network.ts'

// The switches that the window is started with, in a Chromium started with them: the words of a switch are not checked
// by anything else.

test(
  'Chromium started with the window’s switches reaches no address',
  { tag: '@browser-only' },
  async ({ playwright, launchOptions }) => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.setHeader('access-control-allow-origin', '*')
      response.end('reached')
    })
    server.listen({ host: '127.0.0.1', port: 0 })
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const origin = `http://127.0.0.1:${port}`

    /** What each way of asking came to. */
    const reach = async (switches: ReturnType<typeof closedNetworkSwitches>) => {
      const args = switches.map(([name, value]) => (value === undefined ? `--${name}` : `--${name}=${value}`))
      const chromium = await playwright.chromium.launch({
        ...launchOptions,
        args: [...(launchOptions.args ?? []), ...args],
      })
      const page = await chromium.newPage()
      const fetched = (url: string) =>
        page.evaluate(
          (to) =>
            fetch(to).then(
              (answer) => answer.text(),
              () => 'failed',
            ),
          url,
        )
      const address = await fetched(`${origin}/address`)
      const name = await fetched(`http://localhost:${port}/name`)
      const socket = await page.evaluate(
        (to) => new Promise((resolve) => new WebSocket(to).addEventListener('error', () => resolve('failed'))),
        `ws://127.0.0.1:${port}/socket`,
      )
      const opened = await page.goto(`${origin}/page`).then(
        () => 'reached',
        () => 'failed',
      )
      await chromium.close()
      return { address, name, socket, opened }
    }

    try {
      expect(await reach([]), 'without them').toMatchObject({ address: 'reached', name: 'reached', opened: 'reached' })
      asked.length = 0
      const nothing = { address: 'failed', name: 'failed', socket: 'failed', opened: 'failed' }
      expect(await reach(closedNetworkSwitches(undefined))).toEqual(nothing)
      expect(asked).toEqual([])
      expect(await reach([...closedNetworkSwitches(undefined), ['proxy-server', `127.0.0.1:${port}`]])).toEqual(nothing)
      expect(asked).toEqual([])
      expect(await reach(closedNetworkSwitches(origin)), 'in development').toMatchObject({
        address: 'reached',
        name: 'failed',
        opened: 'reached',
      })
    } finally {
      server.close()
    }
  },
)
