import { timingSafeEqual } from 'node:crypto'
import { proofOf, type Call } from '../../../shared/room-proof/room-proof.ts'
import type { AppContext, OpenRoom, RoomCall } from '../../context.ts'
import { findRoomDevice, setDeviceAddress, type RoomDeviceRow } from '../../db/queries/room.ts'
import { commit, openDb } from '../commit.ts'
import { hashToken } from './codes.ts'
import { ofHolder } from './entrance.ts'

/** Calls of several tabs overtake each other; what is older than so many others is not taken any more. */
const keptCounters = 256
/** More addresses of one device are news to nobody. */
const mostAddresses = 8

/**
 * Whether a call is the device's own: made with the key that it agreed on as it entered, and not seen before. A device
 * that calls, or a cookie that is used without its key, from an address that is new is told to the secretary, the member
 * and the audit.
 */
export function isProven(app: AppContext, { token, proof, address, ...call }: RoomCall): boolean {
  const room = app.room.current
  if (room === null || token === null || app.workspace.current === null) return false
  const device = findRoomDevice(openDb(app), hashToken(token))
  if (device === null || device.sessionId !== room.sessionId) return false
  const isOwn = isRight(device, call, proof) && isFresh(room, device.id, counterOf(proof))
  if (address !== device.address) noteAddress(app, room, { device, address, isOwn })
  return isOwn
}

const counterOf = (proof: string | null): number => Number(/^(\d{1,15})\./.exec(proof ?? '')?.[1] ?? Number.NaN)

function isRight({ proofKey: key }: RoomDeviceRow, call: Call, proof: string | null): boolean {
  const counter = counterOf(proof)
  if (proof === null || Number.isNaN(counter)) return false
  const expected = Buffer.from(proofOf({ ...call, key, counter }))
  const given = Buffer.from(proof)
  return expected.length === given.length && timingSafeEqual(expected, given)
}

function isFresh({ counters }: OpenRoom, deviceId: number, counter: number): boolean {
  const seen = counters.get(deviceId) ?? []
  if (seen.includes(counter) || (seen.length >= keptCounters && counter < (seen[0] ?? 0))) return false
  counters.set(deviceId, [...seen, counter].toSorted((a, b) => a - b).slice(-keptCounters))
  return true
}

function noteAddress(
  app: AppContext,
  room: OpenRoom,
  { device, address, isOwn }: { readonly device: RoomDeviceRow; readonly address: string; readonly isOwn: boolean },
): void {
  const known = room.alerts.filter(({ deviceId }) => deviceId === device.id)
  if (known.length >= mostAddresses || known.some((alert) => alert.address === address && alert.isOwn === isOwn)) return
  const at = app.clock.now().toISOString()
  room.alerts.push({ deviceId: device.id, codeId: device.codeId, address, isOwn, at, isSettled: false })
  const { sessionId, memberId } = device
  try {
    commit(app, 'room.newAddress', (db) => {
      if (isOwn) setDeviceAddress(db, device.id, address)
      const detail = { from: device.address, to: address, isOwn }
      return { result: undefined, audit: ofHolder(device, detail), sessionId }
    })
  } catch (error) {
    // The call itself may still be answered: only the audit misses it.
    app.log.error('a device’s new address is not in the audit', error)
  }
  if (memberId !== null) app.live.publish({ topics: ['ballots'], sessionId, agendaItemId: null, memberId })
}
