import type { ClerkPlace, DeviceBallot, DeviceState, Seat } from '../../shared/api/room-device.ts'
import type { CriteriaSet } from '../../shared/domain/criteria/criteria-set.ts'
import type { SyncState } from '../ballot-sync/ballot-sync.ts'
import type { Handed } from './handed-acts.ts'
import { noBallots } from '../ballot-sync/ballots.ts'

/** Everything that the member's page shows. */
export type Desk = SyncState<DeviceBallot> & {
  readonly phase: 'starting' | 'entering' | 'inside' | 'off' | 'locked'
  readonly seats: readonly Seat[]
  readonly clerks: readonly ClerkPlace[]
  readonly me: DeviceState | null
  /** By `formKey`. */
  readonly forms: ReadonlyMap<string, CriteriaSet>
  readonly isOnline: boolean
  /** What a page at the room's old address handed over, until the member has decided. */
  readonly handed: Handed | null
}

export const emptyDesk: Desk = {
  ...noBallots(),
  failure: null,
  isKept: true,
  lost: [],
  phase: 'starting',
  seats: [],
  clerks: [],
  me: null,
  forms: new Map(),
  isOnline: true,
  handed: null,
}

/** ISO time of the last change that the application answered, or null. */
export function lastSaved({ saved }: Pick<Desk, 'saved'>): string | null {
  const times = [...saved.values()].flatMap(({ savedAt }) => savedAt ?? [])
  return times.toSorted().at(-1) ?? null
}
