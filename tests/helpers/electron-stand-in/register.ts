import { registerHooks } from 'node:module'

// `electron` is the stand-in, for import and require alike; what is loaded is written down.
const standIn = new URL('electron.ts', import.meta.url).href
const loaded = new Set<string>()
Object.assign(globalThis, { standInLoaded: loaded })

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: standIn, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
  load: (url, context, next) => {
    loaded.add(url)
    return next(url, context)
  },
})
