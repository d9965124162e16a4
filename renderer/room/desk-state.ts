import type { DeviceBallot, DeviceState, Seat } from '../../shared/api/room-device.ts'
import type { CriteriaSet } from '../../shared/domain/criteria/criteria-set.ts'
import type { ActPlace, BallotAct } from '../../shared/domain/ballot/acts.ts'
import { newerBallot, shownBallot, type ShownBallot } from './shown-ballot.ts'

/** An act that the application did not take, for the member to read. */
export type LostAct = { readonly act: BallotAct; readonly reason: string }

/** Everything that the member's page shows. */
export type Desk = {
  readonly phase: 'starting' | 'entering' | 'inside' | 'off'
  readonly seats: readonly Seat[]
  readonly me: DeviceState | null
  /** By `formKey`. */
  readonly forms: ReadonlyMap<string, CriteriaSet>
  readonly waiting: readonly BallotAct[]
  readonly isOnline: boolean
  /** False while a closed page would lose what waits. */
  readonly isKept: boolean
  /** ISO time of the last change that the application answered, or null. */
  readonly savedAt: string | null
  readonly lost: readonly LostAct[]
}

export const emptyDesk: Desk = {
  phase: 'starting',
  seats: [],
  me: null,
  forms: new Map(),
  waiting: [],
  isOnline: true,
  isKept: true,
  savedAt: null,
  lost: [],
}

/** The device is in the room, with what it just heard; a ballot that it knows newer stays. */
export function withState(desk: Desk, heard: DeviceState): Desk {
  const before = desk.me?.place === heard.place ? desk.me.products : []
  const known = new Map(before.map(({ agendaItemId, ballot }) => [agendaItemId, ballot]))
  const products = heard.products.map((product) => {
    const ballot = known.get(product.agendaItemId)
    return ballot === undefined ? product : { ...product, ballot: newerBallot(ballot, product.ballot) }
  })
  const savedAt = latest([desk.savedAt, ...products.map(({ ballot }) => ballot.savedAt)])
  return { ...desk, phase: 'inside', isOnline: true, me: { ...heard, products }, savedAt }
}

/** One ballot as it was just heard, unless the device knows a newer one. */
export function withBallot(desk: Desk, heard: DeviceBallot): Desk {
  if (desk.me === null) return desk
  const products = desk.me.products.map((product) =>
    product.agendaItemId === heard.agendaItemId ? { ...product, ballot: newerBallot(product.ballot, heard) } : product,
  )
  return { ...desk, me: { ...desk.me, products } }
}

/** The device has no place in the room any more. A form's key says which form only within its file. */
export function withoutPlace(desk: Desk): Desk {
  return {
    ...desk,
    phase: 'entering',
    me: null,
    forms: new Map(),
    isOnline: true,
  }
}

/** Of two losses at one place the later one says what there is to say. */
export function withLost(desk: Desk, lost: LostAct): Desk {
  return {
    ...desk,
    lost: [...desk.lost.filter(({ act }) => placeOf(act) !== placeOf(lost.act)), lost],
  }
}

/** A product's ballot as shown, with the place for acts on it; null where the member does not have it. */
export function findShown(
  desk: Desk,
  agendaItemId: number,
): { readonly at: Omit<ActPlace, 'actId'>; readonly shown: ShownBallot } | null {
  const product = desk.me?.products.find((known) => known.agendaItemId === agendaItemId)
  if (product === undefined) return null
  const { memberId, round } = product.ballot
  return { at: { agendaItemId, memberId, round }, shown: shownBallot(product, desk.waiting) }
}

const placeOf = (act: BallotAct): string =>
  `${act.agendaItemId}/${act.kind === 'choose' ? act.criterionIndex : act.kind}`

const latest = (times: readonly (string | null)[]): string | null =>
  times.reduce((best, time) => (time !== null && (best === null || time > best) ? time : best), null)
