import type { LiveChange, LiveTopic } from '../../../shared/api/live.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext, DeviceCall, OpenRoom } from '../../context.ts'
import { isResultOnDevices } from '../../db/queries/room-products.ts'
import { openDb } from '../commit.ts'
import { enteredClerk, enteredDevice, type EnteredDevice } from './devices.ts'

type OwnChange = { readonly agendaItemId: number | null }

/**
 * What concerns one member, as it happens: their own ballots by name, everything else of the session only as "ask
 * again". Nothing tells of another member's ballot, not even that it changed, until its product's result is on the
 * devices and moves with it. Ends with the device's right to be here.
 *
 * @throws Refusal `room-off`, also as the room ends (detail `session`: `locked` where that is why), `device-unknown`
 */
export function followOwnChanges(
  app: AppContext,
  call: DeviceCall,
  signal: AbortSignal | undefined,
): AsyncGenerator<OwnChange> {
  // Before the stream begins: a refusal is an answer of its own.
  const device = enteredDevice(app, call)
  return follow(app, {
    ...device,
    signal,
    first: [everything],
    heard: (change) => concerning(app, change, device),
    requireEntered: () => enteredDevice(app, call),
    last: [],
  })
}

/**
 * Every change of the room's session, for a clerk's page. Its last news is that everything is to be asked anew, which
 * shows a clerk who was shut out at once.
 *
 * @throws Refusal as `followOwnChanges`
 */
export function followSession(
  app: AppContext,
  call: DeviceCall,
  signal: AbortSignal | undefined,
): AsyncGenerator<LiveChange> {
  const { room, codeId, sessionId, label } = enteredClerk(app, call)
  return follow(app, {
    room,
    codeId,
    sessionId,
    signal,
    first: [],
    heard: (change) => (change.sessionId === null || change.sessionId === sessionId ? change : null),
    requireEntered: () => enteredClerk(app, call),
    last: [{ topics: ['workspace'], sessionId: null, agendaItemId: null }],
    onEnd: () => room.atBallots.say(label, null),
  })
}

type Listener<News> = {
  readonly room: OpenRoom
  readonly codeId: number
  readonly sessionId: number
  readonly signal: AbortSignal | undefined
  readonly first: readonly News[]
  readonly heard: (change: LiveChange) => News | null
  /** Throws once the device was turned away. */
  readonly requireEntered: () => unknown
  readonly last: readonly News[]
  readonly onEnd?: () => void
}

async function* follow<News>(app: AppContext, listener: Listener<News>): AsyncGenerator<News> {
  const { room, signal, first, heard, requireEntered, last, onEnd } = listener
  // From here on, so that nothing falls between the first event and the first change.
  const changes = app.live.subscribe(signal)
  countListener(app, listener, 1)
  try {
    yield* first
    for await (const change of changes) {
      const news = heard(change)
      if (news === null && !change.topics.includes('room')) continue
      if (app.room.current !== room) throw roomEnd(room)
      if (isRefused(requireEntered)) return yield* last
      if (news !== null) yield news
    }
  } finally {
    onEnd?.()
    countListener(app, listener, -1)
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

function movesResult(app: AppContext, { agendaItemId }: LiveChange, { room }: EnteredDevice): boolean {
  // The file may have been closed since the change was told, or saved elsewhere; the room ends before its file.
  return app.room.current === room && agendaItemId !== null && isResultOnDevices(openDb(app), agendaItemId)
}

const roomEnd = ({ isSessionLocked }: OpenRoom) => new Refusal('room-off', isSessionLocked ? { session: 'locked' } : {})

function isRefused(ask: () => unknown): boolean {
  try {
    ask()
    return false
  } catch {
    return true
  }
}

type Counted = Pick<Listener<unknown>, 'room' | 'codeId' | 'sessionId'>

/** The secretary's screen shows who listens. */
function countListener(app: AppContext, { room, codeId, sessionId }: Counted, step: 1 | -1): void {
  room.listening.set(codeId, (room.listening.get(codeId) ?? 0) + step)
  app.live.publish({ topics: ['room'], sessionId, agendaItemId: null })
}
