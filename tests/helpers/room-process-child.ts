import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import type { RoomCode } from '../../shared/api/room.ts'
import { createApp } from '../../electron/app/create-app.ts'
import { roomHostPort } from '../../electron/web-host/room-host.ts'
import { openSmallSession, resourcesFolder } from './test-app.ts'

/** What the parent needs to simulate the devices. */
export type RoomProcessFacts = {
  readonly link: string
  readonly codes: readonly RoomCode[]
  /** Of the audit chain, checked before the room was switched on. */
  readonly isIntact: boolean
}

// The application with its meeting room on, as a process that can be killed. Started again in the same folder, it opens
// the file that it left and switches the same session's room on again.

const [folder = '', members = '3', products = '2', port = ''] = process.argv.slice(2)
const path = join(folder, 'cuộc họp.ocop')
const isNew = !existsSync(path)
const log = { info: () => {}, error: (message: string, error: unknown) => console.error(message, error) }
const app = createApp({
  host: {
    capabilities: { kind: 'browser', hasFileDialogs: true },
    chooseWorkspace: async () => path,
    chooseFolder: async () => null,
    chooseNewWorkspace: async () => path,
    dataFolder: folder,
  },
  resources: resourcesFolder,
  appVersion: '0.0.0-test',
  log,
  room: roomHostPort({ pages: { members: folder, clerks: folder }, log, certificate: () => null, dataFolder: folder }),
})
const client = createRouterClient(app.router)
if (isNew) await openSmallSession({ client }, { members: Number(members), products: Number(products) })
else await client.workspace.open({})
const { isIntact } = await client.workspace.checkIntegrity()
const [session] = await client.sessions.list()
if (session === undefined) throw new Error('the file has no session')
const where = { sessionId: session.id, address: '127.0.0.1', port: Number(port) }
const { open } = await client.room.switchOn(where)
if (open === null) throw new Error('the room is not on')
if ((await client.room.status()).clerks.length === 0) await client.room.addClerk({ name: 'Thư ký giúp việc 1' })
process.once('SIGTERM', () => {
  void app.dispose().finally(() => process.exit(0))
})
const facts: RoomProcessFacts = {
  link: open.link,
  codes: await client.room.showCodes(),
  isIntact,
}
process.send?.(facts)
