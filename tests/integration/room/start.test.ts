import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectionOf } from '../../../electron/db/connection.ts'
import { openWorkspaceFile } from '../../../electron/db/open.ts'
import { freePort } from '../../helpers/free-port.ts'
import { temporaryFolder } from '../../helpers/loopback.ts'
import { createDevice } from '../../helpers/room-device.ts'
import { openSmallSession, resourcesFolder, type TestClient } from '../../helpers/test-app.ts'
import { migrating } from '../../helpers/migrating.ts'

// The meeting room as `npm start` opens it: with the built device page, and over when the application ends.

const root = join(import.meta.dirname, '../../..')

describe('npm start', () => {
  const folder = temporaryFolder()
  let child: ChildProcess
  let client: TestClient
  let appOrigin: string
  let link: string

  beforeAll(async () => {
    child = spawn(process.execPath, [join(root, 'scripts/start.ts')], {
      env: { ...process.env, OCOP_DATA: folder.path, OCOP_PORT: '0', OCOP_HOST: 'browser', OCOP_OPEN: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const { origin, hash } = await readAddress(child)
    appOrigin = origin
    const headers = { origin, 'x-ocop-token': hash.slice('#token='.length) }
    client = createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers }))
    const { sessionId } = await openSmallSession({ client })
    const { open } = await client.room.switchOn({ sessionId, address: '127.0.0.1', port: await freePort() })
    link = open?.link ?? ''
  })
  afterAll(() => {
    child.kill('SIGKILL')
    folder.remove()
  })

  test('can open a room', async () => {
    expect(await client.room.status()).toMatchObject({ isAvailable: true, open: { isEncrypted: false } })
  })

  test('serves the built device page there, with everything that it names', async () => {
    const html = await (await fetch(link)).text()
    expect(html).toContain('<div id="root">')
    // Nothing inline: the policy of the page lets nothing inline run.
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/)
    const named = [...html.matchAll(/(?:src|href)="\.?(\/[^"]+)"/g)].map(([, path]) => path)
    expect(named.length).toBeGreaterThan(1)
    for (const path of named) expect((await fetch(link + path)).status, path).toBe(200)
  })

  test('serves nothing of the application’s own page there', async () => {
    const html = await (await fetch(appOrigin)).text()
    const scripts = [...html.matchAll(/src="\.(\/assets\/[^"]+)"/g)].map(([, path]) => path)
    expect(scripts.length).toBeGreaterThan(0)
    for (const path of scripts) expect((await fetch(link + path)).status, path).toBe(404)
  })

  test.skipIf(process.platform === 'win32')(
    'ends the room with itself (Windows sends no SIGINT to a child)',
    async () => {
      using device = createDevice({ link })
      expect(await device.client.seats()).toHaveLength(3)
      child.kill('SIGINT')
      await once(child, 'exit')
      await expect(fetch(link)).rejects.toThrow()
      const path = join(folder.path, 'Hội đồng thử.ocop')
      const { db } = openWorkspaceFile({ path, migrations: join(resourcesFolder, 'migrations'), migrating })
      expect(connectionOf(db).prepare('SELECT count(*) AS n FROM rooms').get()).toEqual({ n: 0 })
      connectionOf(db).close()
    },
  )
})

async function readAddress(child: ChildProcess): Promise<URL> {
  if (child.stdout === null) throw new Error('no output')
  for await (const line of createInterface(child.stdout)) {
    const address = /http:\S+/.exec(line)?.[0]
    if (address !== undefined) return new URL(address)
  }
  throw new Error('the application ended without an address')
}
