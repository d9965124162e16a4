import type { IpcMain, IpcMainEvent, MessagePortMain, WebContents } from 'electron'
import type { AnyRouter } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import type { Log } from '../context.ts'

type BridgePortsInput = {
  readonly ipcMain: IpcMain
  readonly router: AnyRouter
  readonly origin: string
  readonly isOurs: (contents: WebContents) => boolean
  readonly log: Log
}

/**
 * Serves the procedures over the port that the page hands through the preload: one port per window, so a reload
 * closes the last one and ends its streams. Only the top frame of a window of ours, showing our page, is answered.
 */
export function bridgePorts({ ipcMain, router, origin, isOurs, log }: BridgePortsInput): void {
  const calls = new RPCHandler(router)
  const open = new WeakMap<WebContents, MessagePortMain>()
  ipcMain.on('ocop:connect', (event) => {
    const [port, ...more] = event.ports
    if (port === undefined || more.length > 0 || !isOurs(event.sender) || !isTopFrameOf(event, origin)) {
      for (const refused of event.ports) refused.close()
      log.error('refused a port', new Error(`sender ${event.senderFrame?.url ?? 'gone'}`))
      return
    }
    open.get(event.sender)?.close()
    open.set(event.sender, port)
    calls.upgrade(port, { context: {} })
    port.start()
  })
}

function isTopFrameOf(event: IpcMainEvent, origin: string): boolean {
  const frame = event.senderFrame
  return frame !== null && frame === event.sender.mainFrame && frame.url.startsWith(`${origin}/`)
}
