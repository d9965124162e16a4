import type { LiveChange, LiveTopic } from '../../../shared/api/live.ts'
import type { AppContext, DeviceCall, OpenRoom } from '../../context.ts'
import { isResultOnDevices } from '../../db/queries/room-products.ts'
import { enteredDevice, type EnteredDevice } from './devices.ts'

/**
 * What concerns one member, as it happens: their own ballots by name, everything else of the session only as "ask
 * again". Nothing tells of another member's ballot, not even that it changed, until its product's result is on the
 * devices and moves with it. Ends with the device's right to be here.
 *
 * @throws Refusal `room-off`, `device-unknown`
 */
export function followOwnChanges(
  app: AppContext,
  call: DeviceCall,
  signal: AbortSignal | undefined,
): AsyncGenerator<OwnChange> {
  // Before the stream begins: a refusal is an answer of its own.
  return follow(app, { call, device: enteredDevice(app, call), signal })
}

type OwnChange = { readonly agendaItemId: number | null }

async function* follow(
  app: AppContext,
  listener: { readonly call: DeviceCall; readonly device: EnteredDevice; readonly signal: AbortSignal | undefined },
): AsyncGenerator<OwnChange> {
  const { call, device, signal } = listener
  // From here on, so that nothing falls between the first event and the first change.
  const changes = app.live.subscribe(signal)
  countListener(app, device, 1)
  try {
    yield everything
    for await (const change of changes) {
      const event = concerning(app, change, device)
      if (event === null && !change.topics.includes('room')) continue
      if (!isStillEntered(app, call, device.room)) return
      if (event !== null) yield event
    }
  } finally {
    countListener(app, device, -1)
  }
}

const everything = { agendaItemId: null } as const
const sharedTopics: readonly LiveTopic[] = ['workspace', 'councils', 'products', 'sessions', 'ballots']

function concerning(app: AppContext, change: LiveChange, device: EnteredDevice): OwnChange | null {
  if (change.sessionId !== null && change.sessionId !== device.sessionId) return null
  if (change.memberId !== undefined) {
    if (movesResult(app, change, device)) return everything
    return change.memberId === device.memberId ? { agendaItemId: change.agendaItemId } : null
  }
  return change.topics.some((topic) => sharedTopics.includes(topic)) ? everything : null
}

function movesResult(app: AppContext, { agendaItemId }: LiveChange, { db, room }: EnteredDevice): boolean {
  // The file may have been closed since the change was told; the room ends before its file.
  return app.room.current === room && agendaItemId !== null && isResultOnDevices(db, agendaItemId)
}

function isStillEntered(app: AppContext, call: DeviceCall, room: OpenRoom): boolean {
  try {
    return enteredDevice(app, call).room === room
  } catch {
    return false
  }
}

/** The secretary's screen shows who listens. */
function countListener(app: AppContext, { room, memberId, sessionId }: EnteredDevice, step: 1 | -1): void {
  room.listening.set(memberId, (room.listening.get(memberId) ?? 0) + step)
  app.live.publish({ topics: ['room'], sessionId, agendaItemId: null })
}
