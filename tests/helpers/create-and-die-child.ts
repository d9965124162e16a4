import { dirname } from 'node:path'
import { syncBuiltinESMExports } from 'node:module'
import fs from 'node:fs'
import { createWorkspace } from '../../electron/app/workspace/open-close.ts'
import { createApp } from '../../electron/app/create-app.ts'
import { resourcesFolder } from './test-app.ts'

// An application that is killed while it creates a file: at the so-many-th call to the file system from then on.

const [path = '', after = '0'] = process.argv.slice(2)
const app = createApp({
  host: {
    capabilities: { kind: 'browser', hasFileDialogs: true },
    chooseWorkspace: async () => path,
    chooseNewWorkspace: async () => path,
    chooseFolder: async () => null,
    dataFolder: dirname(path),
  },
  resources: resourcesFolder,
  appVersion: '0.0.0-test',
})
let left = Number(after)
for (const name of ['statSync', 'readFileSync', 'rmSync', 'linkSync', 'readdirSync', 'existsSync'] as const) {
  const call = fs[name] as (...given: unknown[]) => unknown
  Object.assign(fs, {
    [name]: (...given: unknown[]) => {
      left -= 1
      if (left < 0) process.kill(process.pid, 'SIGKILL')
      return call(...given)
    },
  })
}
syncBuiltinESMExports()
createWorkspace(app.context, { path, name: 'Mới', isSample: false })
process.kill(process.pid, 'SIGKILL')
