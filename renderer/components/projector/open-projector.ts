import { sharedValue } from '../../api/shared-value.ts'

const windowName = 'ocop-projector'

/** Whether the browser kept the second window from opening. */
export const isProjectorBlocked = sharedValue(false)

/**
 * Opens the room's screen in a second window, or brings it forward. The name keeps it one window; without `noopener`
 * the browser hands it this tab's token.
 */
export function openProjector(sessionId: number): void {
  const address = `${window.location.origin}/#/projector?session=${sessionId}`
  const opened = window.open(address, windowName)
  opened?.focus()
  isProjectorBlocked.set(opened === null)
}
