import { dirname } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { createApp } from '../../electron/app/create-app.ts'
import { resourcesFolder } from './test-app.ts'

// The application that carries out one act of the secretary's on a file, and loses its power before it can answer.

const [path = '', verb = '', act = ''] = process.argv.slice(2)
const app = createApp({
  host: {
    capabilities: { kind: 'browser', hasFileDialogs: true },
    chooseWorkspace: async () => path,
    chooseFolder: async () => null,
    chooseNewWorkspace: async () => path,
    dataFolder: dirname(path),
  },
  resources: resourcesFolder,
  appVersion: '0.0.0-test',
})
const client = createRouterClient(app.router)
await client.workspace.open({})
await client.ballots[verb as 'choose'](JSON.parse(act) as Parameters<typeof client.ballots.choose>[0])
process.kill(process.pid, 'SIGKILL')
