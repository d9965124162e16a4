import { contextBridge, ipcRenderer } from 'electron'

// The page learns only that a main process is there, and may hand it one end of a channel. Nothing else crosses.

contextBridge.exposeInMainWorld('ocopHost', { kind: 'electron' })

window.addEventListener('message', (event) => {
  if (event.source !== window || event.origin !== window.location.origin || event.data !== 'ocop:connect') return
  const [port] = event.ports
  if (port !== undefined) ipcRenderer.postMessage('ocop:connect', null, [port])
})
