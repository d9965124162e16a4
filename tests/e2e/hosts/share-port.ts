import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { Page } from '@playwright/test'
import type { AppClient } from '../../../shared/api/contract.ts'

// A window has one port, and main closes it when another comes. What a test prepares or reads back travels over the
// page's own port, told apart by the id that the call library writes first into every message.

const mark = '{"i":"test-'

type Shared = {
  sendFromTest?: (data: string, isBinary: boolean) => void
  answerToTest?: (data: string, isBinary: boolean) => void
  /** Path of a procedure whose calls by the page wait. */
  held?: string | undefined
  release?: () => void
}

/** Runs in the page before its scripts: stands between the page and the port that it hands away. */
export function installPortSharing(): void {
  const shared = window as unknown as Shared
  const start = '{"i":"test-'
  const hand = window.postMessage.bind(window) as (message: unknown, origin: string, ports: MessagePort[]) => void
  const instead = (message: unknown, origin: string, ports: MessagePort[] = []) => {
    const [port] = ports
    if (message !== 'ocop:connect' || port === undefined) return hand(message, origin, ports)
    const { port1, port2 } = new MessageChannel()
    const waiting: unknown[] = []
    port.addEventListener('message', ({ data }) => {
      const isHeld = shared.held !== undefined && typeof data === 'string' && data.includes(`"u":"/${shared.held}"`)
      if (isHeld) waiting.push(data)
      else port1.postMessage(data)
    })
    shared.release = () => {
      shared.held = undefined
      for (const data of waiting.splice(0)) port1.postMessage(data)
    }
    port1.addEventListener('message', ({ data }: MessageEvent<string | Uint8Array<ArrayBuffer>>) => {
      const isText = typeof data === 'string'
      const first = isText ? data.slice(0, start.length) : new TextDecoder().decode(data.subarray(0, start.length))
      if (first !== start) port.postMessage(data)
      else shared.answerToTest?.(isText ? data : data.toBase64(), !isText)
    })
    port1.addEventListener('close', () => port.close())
    shared.sendFromTest = (data, isBinary) => port1.postMessage(isBinary ? Uint8Array.fromBase64(data) : data)
    port.start()
    port1.start()
    hand(message, origin, [port2])
  }
  Object.assign(window, { postMessage: instead })
}

/** Keeps the page's calls of a procedure from leaving, until `release`. */
export async function holdCalls(page: Page, path: string): Promise<{ readonly release: () => Promise<void> }> {
  await page.evaluate((held) => void Object.assign(window, { held }), path)
  return { release: () => page.evaluate(() => (window as unknown as Shared).release?.()) }
}

const clients = new WeakMap<Page, Promise<AppClient>>()

/** The application behind a window's page, called over the page's own port. */
export function sharedPortClient(page: Page): Promise<AppClient> {
  const known = clients.get(page)
  if (known !== undefined) return known
  const made = openClient(page)
  clients.set(page, made)
  return made
}

async function openClient(page: Page): Promise<AppClient> {
  const listeners: ((event: { readonly data: string | Uint8Array }) => void)[] = []
  await page.exposeFunction('answerToTest', (data: string, isBinary: boolean) => {
    const whole = isBinary ? unmarked(Buffer.from(data, 'base64')) : data.replace(mark, '{"i":"')
    for (const listener of listeners) listener({ data: whole })
  })
  const port = {
    on: (event: string, listener: (event: { readonly data: string | Uint8Array }) => void) => {
      if (event === 'message') listeners.push(listener)
    },
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a message port has no target origin
    postMessage: (data: string | Uint8Array) => {
      const isBinary = typeof data !== 'string'
      const sent = isBinary ? marked(data).toString('base64') : data.replace('{"i":"', mark)
      void page.evaluate(([message, binary]) => (window as unknown as Shared).sendFromTest?.(message, binary), [
        sent,
        isBinary,
      ] as const)
    },
  }
  return createORPCClient(new RPCLink({ port: port as unknown as MessagePort }))
}

const plain = '{"i":"'

function marked(data: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(mark), data.subarray(plain.length)])
}

function unmarked(data: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(plain), data.subarray(mark.length)])
}
