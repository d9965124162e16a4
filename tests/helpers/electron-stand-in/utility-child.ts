import { EventEmitter } from 'node:events'
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

// A utility process: its script finds a port to its parent, and none of what a process that Node forks has.

const send = process.send?.bind(process)
const tell = (message: object) => void send?.(message)
process.on('disconnect', () => process.exit(0))

const parentPort = Object.assign(new EventEmitter(), { postMessage: (data: unknown) => tell({ data }) })
const early: unknown[] = []
process.on('message', (message: { readonly data: unknown }) => {
  if (!parentPort.emit('message', message)) early.push(message)
})
parentPort.on('newListener', (name) => {
  if (name === 'message') setImmediate(() => early.splice(0).forEach((message) => parentPort.emit('message', message)))
})
Object.assign(process, { parentPort, send: undefined })

registerHooks({
  load: (url, context, next) => {
    tell({ loaded: url })
    return next(url, context)
  },
})

process.argv.splice(1, 1)
await import(pathToFileURL(process.argv[1] ?? '').href)
