const windowName = 'ocop-projector'

/**
 * Opens the room's screen in a second window, or brings it forward. The name keeps it one window; without `noopener`
 * the browser hands it this tab's token. False where the browser blocked it.
 */
export function openProjector(sessionId: number): boolean {
  const address = `${window.location.origin}/#/projector?session=${sessionId}`
  const opened = window.open(address, windowName)
  opened?.focus()
  return opened !== null
}
