import { syncBuiltinESMExports } from 'node:module'
import workerThreads, { Worker, type WorkerOptions } from 'node:worker_threads'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { serve as serveIt } from '../../../electron/cli/serve.ts'

// The compiled loopback host in a process of its own, whose workers the test ends or starves.

const root = join(import.meta.dirname, '../../..')
const started: Worker[] = []
let megabytes: number | null = null

Object.assign(workerThreads, {
  Worker: class extends Worker {
    constructor(entry: string | URL, options: WorkerOptions) {
      super(entry, megabytes === null ? options : { ...options, resourceLimits: { maxOldGenerationSizeMb: megabytes } })
      started.push(this)
    }
  },
})
syncBuiltinESMExports()

process.on('message', (order: { readonly megabytes: number | null }) => {
  megabytes = order.megabytes
  void Promise.resolve(started.at(-1)?.terminate()).then(() => process.send?.('ended'))
})

const { serve } = (await import(pathToFileURL(join(root, 'out/main/serve.js')).href)) as {
  readonly serve: typeof serveIt
}
const { origin, token } = await serve({
  out: join(root, 'out'),
  resources: join(root, 'resources'),
  appVersion: 'test',
})
process.send?.({ origin, token })
