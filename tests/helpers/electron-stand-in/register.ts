import { registerHooks } from 'node:module'
import { BroadcastChannel, isMainThread } from 'node:worker_threads'

// `electron` is the stand-in, for import and require alike; what is loaded is written down. A worker has this file as
// well, and tells the main thread what it loads.
const standIn = new URL('electron.ts', import.meta.url).href
const loaded = new Set<string>()
Object.assign(globalThis, { standInLoaded: loaded })
const channel = new BroadcastChannel('stand-in-loaded')
if (isMainThread) {
  channel.addEventListener('message', (event) => {
    if ('data' in event) loaded.add(String(event.data))
  })
}
channel.unref()
const tell = channel.postMessage.bind(channel)

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: standIn, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
  load: (url, context, next) => {
    if (isMainThread) loaded.add(url)
    else tell(url)
    return next(url, context)
  },
})
