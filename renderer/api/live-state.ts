import { sharedValue } from './shared-value.ts'

/** Why the secretary's meeting room is over. */
export type RoomEnd = 'room-off' | 'session-locked'

const state = sharedValue<'starting' | 'connected' | 'lost' | RoomEnd>('starting')

/** False while the live stream is down: then each write refreshes everything itself. */
export function isLiveConnected(): boolean {
  return state.read() === 'connected'
}

/** A stream that ended with its room stays so until the host answers something else. */
export function setLiveConnected(isConnected: boolean): void {
  if (isConnected) state.set('connected')
  else if (isLiveConnected()) state.set('lost')
}

/** The host refused the stream for good: with the end of its room, or null for any other reason. */
export function setLiveRefused(end: RoomEnd | null): void {
  state.set(end ?? 'lost')
}

/** True while a stream that was up is down. */
export function useIsLiveLost(): boolean {
  return state.use() === 'lost'
}

/** Why this clerk's stream ended, or null while the room may be there. */
export function useRoomEnd(): RoomEnd | null {
  const now = state.use()
  return now === 'room-off' || now === 'session-locked' ? now : null
}
