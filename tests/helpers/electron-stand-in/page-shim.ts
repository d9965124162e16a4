import type { PortRequest } from './page-server.ts'

/**
 * What runs in the page before its own scripts, as text: the compiled preload, with the two parts of Electron's preload
 * side that it uses. Its port goes to the compiled main over a web socket.
 */
export function pageShim({ preload, origin }: { readonly preload: string; readonly origin: string }): string {
  return `(() => {
    // An opened page keeps the global object of the empty one that Chromium opens first: this runs there, once.
    const isEmptyYet = window.location.href === 'about:blank'
    if (window.top !== window || !(isEmptyYet || window.location.origin === ${JSON.stringify(origin)})) return
    const module = { exports: {} }
    const electron = (${preloadSide.toString()})()
    const require = (name) => {
      if (name !== 'electron') throw new Error('a sandboxed preload cannot require ' + name)
      return electron
    }
    ;((exports, module, require) => {\n${preload}\n})(module.exports, module, require)
  })()`
}

// Runs in the page: nothing from outside may be named in it.
function preloadSide() {
  const connect = (channel: string, port: MessagePort): void => {
    const request: PortRequest = { channel, url: window.location.href, isOpened: window.opener !== null }
    const place = `${window.location.origin.replace('http', 'ws')}/stand-in/port`
    const socket = new WebSocket(`${place}?port=${encodeURIComponent(JSON.stringify(request))}`)
    socket.binaryType = 'arraybuffer'
    const early: (string | Uint8Array<ArrayBuffer>)[] = []
    port.addEventListener('message', ({ data }: MessageEvent<string | Uint8Array<ArrayBuffer>>) => {
      if (typeof data !== 'string' && !(data instanceof Uint8Array)) throw new TypeError('not carried by this stand-in')
      if (socket.readyState === WebSocket.CONNECTING) early.push(data)
      else socket.send(data)
    })
    socket.addEventListener('open', () => {
      for (const data of early) socket.send(data)
    })
    socket.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => {
      port.postMessage(typeof data === 'string' ? data : new Uint8Array(data))
    })
    port.addEventListener('close', () => socket.close())
    socket.addEventListener('close', () => port.close())
    port.start()
  }
  return {
    contextBridge: {
      exposeInMainWorld: (name: string, value: unknown) => {
        Object.defineProperty(window, name, { value: Object.freeze(structuredClone(value)), enumerable: true })
      },
    },
    ipcRenderer: {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Electron's has a channel
      postMessage: (channel: string, _message: unknown, ports: readonly MessagePort[]) => {
        for (const port of ports) connect(channel, port)
      },
    },
  }
}
