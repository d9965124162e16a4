let isConnected = false

/** False while the live stream is down: then each write refreshes everything itself. */
export function isLiveConnected(): boolean {
  return isConnected
}

export function setLiveConnected(next: boolean): void {
  isConnected = next
}
