import type { AppContext, RoomDoors } from '../../context.ts'
import { createClerkRouter } from './clerk-router.ts'
import { createDeviceRouter } from './device-handlers.ts'
import { isProven } from './check-proof.ts'
import { enteredClerk } from './devices.ts'

/** What the open room serves, at whichever address. */
export function roomDoors(app: AppContext): RoomDoors {
  return {
    members: createDeviceRouter(app),
    clerks: createClerkRouter(app),
    isProven: (call) => isProven(app, call),
    isClerk: (token) => {
      try {
        return enteredClerk(app, { token, speaksFor: null }).codeId > 0
      } catch {
        return false
      }
    },
  }
}
