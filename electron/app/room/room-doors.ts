import type { AppContext, RoomDoors } from '../../context.ts'
import { createClerkRouter } from './clerk-router.ts'
import { createDeviceRouter } from './device-handlers.ts'
import { enteredClerk, findEntered } from './devices.ts'

/** What the open room serves, at whichever address. */
export function roomDoors(app: AppContext): RoomDoors {
  return {
    members: createDeviceRouter(app),
    clerks: createClerkRouter(app),
    hasEntered: (token) => isLet(() => findEntered(app, token)),
    isClerk: (token) => isLet(() => enteredClerk(app, { token, speaksFor: null })),
  }
}

function isLet(ask: () => unknown): boolean {
  try {
    ask()
    return true
  } catch {
    return false
  }
}
