import { createRateLimit } from './rate-limit.ts'
import { isCall } from './request-guard.ts'

export type RoomLimits = ReturnType<typeof createRoomLimits>

/** A thumb makes two choices a second; a device that comes back delivers what waited as fast as these let it. */
export function createRoomLimits() {
  const now = () => performance.now()
  return {
    ofAddress: createRateLimit({ burst: 400, perSecond: 100, keys: 1000, now }),
    ofToken: createRateLimit({ burst: 150, perSecond: 40, keys: 1000, now }),
    /** Checking a code is slow on purpose: what waits for it stays short. */
    ofEntering: createRateLimit({ burst: 20, perSecond: 0.2, keys: 1000, now }),
  }
}

export function isTooFast(
  limits: RoomLimits,
  request: { readonly address: string; readonly token: string | null; readonly pathname: string },
) {
  const { address, token, pathname } = request
  if (!limits.ofAddress.take(address)) return true
  if (pathname.startsWith('/rpc/enter') && !limits.ofEntering.take(address)) return true
  return token !== null && isCall({ pathname }) && !limits.ofToken.take(token)
}
