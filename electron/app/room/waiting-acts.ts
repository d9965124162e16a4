import type { RoomMember } from '../../../shared/api/room.ts'
import { readWaiting, type WaitingCounts } from '../../../shared/api/waiting-header.ts'
import type { AppContext, DeviceCall, OpenRoom } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listRoomDevices } from '../../db/queries/room.ts'
import { listAgendaItems } from '../../db/queries/sessions.ts'
import { hashToken } from './codes.ts'

/**
 * Keeps what a phone said with a call that waits on it. The act that the call brought waits no more once it is answered.
 *
 * @param answered The agenda item of that act, or null.
 */
export function noteWaiting(app: AppContext, call: DeviceCall, answered: number | null): void {
  const room = app.room.current
  if (room === null || call.token === null) return
  const device = hashToken(call.token)
  const said = withoutOne(readWaiting(call.waiting), answered)
  const before = room.waiting.get(device)
  if (said.size === 0) room.waiting.delete(device)
  else room.waiting.set(device, said)
  // Each key on a phone would be news; which ballots wait is enough, and whoever asks hears the counts.
  if (ballotsOf(before) === ballotsOf(said)) return
  app.live.publish({ topics: ['room'], sessionId: room.sessionId, agendaItemId: null })
}

/** What waits on the phones of each code, product by product in agenda order, as they said last. */
export function listWaiting(db: ReadDb, { sessionId, waiting }: OpenRoom): ReadonlyMap<number, RoomMember['waiting']> {
  if (waiting.size === 0) return new Map()
  const items = listAgendaItems(db, sessionId)
  const byCode = Map.groupBy(listRoomDevices(db), ({ codeId }) => codeId)
  return new Map(
    [...byCode].map(([codeId, devices]) => [
      codeId,
      items.flatMap(({ id, code }) => {
        const count = devices.reduce((sum, { tokenHash }) => sum + (waiting.get(tokenHash)?.get(id) ?? 0), 0)
        return count === 0 ? [] : [{ agendaItemId: id, code, count }]
      }),
    ]),
  )
}

function withoutOne(said: WaitingCounts, agendaItemId: number | null): WaitingCounts {
  if (agendaItemId === null) return said
  return new Map([...said].map(([id, count]) => [id, id === agendaItemId ? count - 1 : count] as const).filter(isMore))
}

const isMore = ([, count]: readonly [number, number]): boolean => count > 0

const ballotsOf = (said: WaitingCounts | undefined): string => [...(said?.keys() ?? [])].toSorted().join()
