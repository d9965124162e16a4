import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { MessageChannel } from 'node:worker_threads'
import { WebSocketServer, type WebSocket } from 'ws'
import { connectFrom } from './electron.ts'
import { passesSession, record } from './record.ts'
import { driver, StandInWindow, windows } from './window.ts'

const pageOrigin = 'app://ocop'

/** What the page's shim says of itself when it opens a port. */
export type PortRequest = {
  readonly channel: string
  /** The page's address, in the test's browser. */
  readonly url: string
  /** True for a page that another page opened. */
  readonly isOpened: boolean
}

/**
 * Chromium's part of the compiled main, over HTTP on 127.0.0.1: `app://ocop/…` is what main's own handler answers, and
 * the ports that pages hand to their preload arrive as web sockets.
 */
export async function startPageServer(): Promise<{ readonly origin: string }> {
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      console.error('the page could not be answered', error)
      response.destroy()
    })
  })
  server.listen({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  new WebSocketServer({ server, path: '/stand-in/port' }).on('connection', (socket, request) => {
    const asked = new URL(request.url ?? '', origin).searchParams
    const port = JSON.parse(asked.get('port') ?? '') as PortRequest
    openPort(socket, { ...port, url: port.url.replace(origin, pageOrigin) })
  })
  return { origin }
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const handler = record.pageHandlers.get('app')
  if (handler === undefined) throw new Error('main handles no app://')
  if (!passesSession(`${pageOrigin}${request.url ?? '/'}`)) return void response.destroy()
  const asked = new Request(`${pageOrigin}${request.url ?? '/'}`, { method: request.method ?? 'GET' })
  const { status, headers, body } = await handler(asked)
  response.writeHead(status, Object.fromEntries(headers))
  for await (const chunk of body ?? []) response.write(chunk)
  response.end()
}

function openPort(socket: WebSocket, { channel, url, isOpened }: PortRequest): void {
  const window = isOpened ? openedWindow(url, socket) : windows[0]
  if (window === undefined || window.isDestroyed()) return socket.close()
  const contents = window.webContents
  contents.navigated(url)
  const { port1, port2 } = new MessageChannel()
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a message port has no target origin
  const pass = (data: unknown) => port1.postMessage(data)
  socket.on('message', (data, isBinary) => pass(isBinary ? new Uint8Array(data as Buffer) : data.toString()))
  port1.on('message', (data: string | Uint8Array) => socket.send(data))
  socket.on('close', () => port1.close())
  port1.on('close', () => socket.close())
  connectFrom({ channel, contents, frame: contents.mainFrame, ports: [port2] })
  window.emit('ready-to-show')
}

/** The window that main lets a page open, made when its page first speaks up. */
function openedWindow(url: string, socket: WebSocket): StandInWindow | undefined {
  const [opener, ...others] = StandInWindow.getAllWindows()
  const known = others.at(-1)
  if (known !== undefined || opener === undefined) return known
  const { action, overrideBrowserWindowOptions = {} } = opener.webContents.windowOpenHandler({ url })
  if (action !== 'allow') return undefined
  const opened = new StandInWindow(overrideBrowserWindowOptions)
  opener.webContents.emit('did-create-window', opened, { url })
  opened.once('closed', () => driver.leave(opened, true))
  socket.once('close', () => opened.destroy())
  return opened
}
