import { EventEmitter } from 'node:events'
import type { MessagePort } from 'node:worker_threads'

/** A worker_threads port with the events of Electron's MessagePortMain, and with what it refuses to carry. */
export class StandInPort extends EventEmitter {
  readonly #port: MessagePort
  #isClosed = false
  constructor(port: MessagePort) {
    super()
    this.#port = port
    port.on('close', () => {
      this.#isClosed = true
      this.emit('close')
    })
  }
  start(): void {
    this.#port.on('message', (data: unknown) => this.emit('message', { data, ports: [] }))
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a message port has no target origin
  postMessage(data: unknown, transfer: readonly unknown[] = []): void {
    if (transfer.some((item) => !(item instanceof StandInPort))) {
      throw new TypeError('Port at index 0 is not a valid port')
    }
    // Node clones files, blobs and keys across threads; Chromium's main process knows none of them.
    if (data instanceof Blob) throw new TypeError('An object could not be cloned.')
    if (this.#isClosed) return
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- as above
    this.#port.postMessage(structuredClone(data))
  }
  close(): void {
    this.#port.close()
  }
}
