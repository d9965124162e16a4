let isConnected = false

/** False while the live stream is down: then each write refreshes everything itself. */
export const isLiveConnected = (): boolean => isConnected

export const setLiveConnected = (next: boolean): void => {
  isConnected = next
}
