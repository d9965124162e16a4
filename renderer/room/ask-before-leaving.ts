import type { DeviceDesk } from './device-desk.ts'

/** Set where the page leads to the room's new address itself, and takes along what waits. */
let isHandingOver = false

/**
 * The browser asks before a page goes that cannot be loaded again now: over plain HTTP there is no service worker to bring it
 * back without the network. What waits is kept and sent from the next page (`kept-acts.ts`); where it is kept by nobody, the
 * question is the last chance. Browsers ask only whoever touched the page, and Safari on a phone never asks.
 */
export function askBeforeLosingThePage({ read }: Pick<DeviceDesk, 'read'>): void {
  window.addEventListener('beforeunload', (event) => {
    const { waiting, isOnline, isKept } = read()
    if (!isHandingOver && waiting.length > 0 && (!isOnline || !isKept)) event.preventDefault()
  })
}

/** To the room's new address, unasked. */
export function handOverTo(address: string): void {
  isHandingOver = true
  window.location.assign(address)
}
