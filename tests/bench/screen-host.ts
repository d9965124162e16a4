import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { createApp } from '../../electron/app/create-app.ts'
import { startLoopbackHost } from '../../electron/web-host/loopback-host.ts'
import { benchHost, resourcesFolder } from './bench-folder.ts'

// The built page over the loopback host with one file open: that of the argument, or an empty one made there.

const [path = '', isNew] = process.argv.slice(2)
mkdirSync(dirname(path), { recursive: true })
const capabilities = { kind: 'browser', hasFileDialogs: true } as const
const host = { ...benchHost(path), dataFolder: dirname(path), capabilities }
const app = createApp({ host, resources: resourcesFolder, appVersion: 'bench' })
const client = createRouterClient(app.router)
await (isNew === 'new' ? client.workspace.create({ name: 'Tệp trống' }) : client.workspace.open({}))
const log = { info: () => {}, error: (message: string, error: unknown) => console.error(message, error) }
const page = join(import.meta.dirname, '../../out/renderer')
const { address } = await startLoopbackHost({ router: app.router, page, port: 0, log })
process.send?.(address)
