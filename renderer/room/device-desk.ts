import { ORPCError } from '@orpc/client'
import type { DeviceBallot, DeviceClient, DeviceProduct, DeviceState } from '../../shared/api/room-device.ts'
import { sayWaiting } from '../../shared/api/waiting-header.ts'
import { ballotKey, type BallotKey } from '../../shared/domain/ballot/ballot-key.ts'
import { normaliseText } from '../../shared/domain/vietnamese/normalise-input.ts'
import { createBallotSync, type Deed, type SyncPorts } from '../ballot-sync/ballot-sync.ts'
import type { LostAct } from '../ballot-sync/lost-acts.ts'
import type { Verdict } from '../ballot-sync/outbox.ts'
import { sendAct, type ActCalls } from '../ballot-sync/send-act.ts'
import { withPatience } from '../ballot-sync/with-patience.ts'
import { isAnswer, isEntryGone, isRoomOff, isSessionLocked } from './answers.ts'
import { emptyDesk, type Desk } from './desk-state.ts'
import type { Handed, HandedAct } from './handed-acts.ts'
import { createRoomLine } from './room-line.ts'
import { shownBallot, type ShownBallot } from './shown-ballot.ts'

type Opinion = { readonly agendaItemId: number; readonly opinion: string; readonly seen: string }
type Choice = { readonly agendaItemId: number; readonly criterionIndex: number; readonly option: number | null }

export type DeviceDesk = {
  readonly read: () => Desk
  readonly subscribe: (listener: () => void) => () => void
  readonly start: (ended: AbortSignal) => void
  /** The phone woke up, or has a network again. */
  readonly wake: () => void
  /** @throws what the application answered */
  readonly enter: (input: { readonly seatId: number; readonly code: string }) => Promise<void>
  /** The browser goes on to the clerk's page. @throws what the application answered */
  readonly enterClerk: (input: { readonly clerkId: number; readonly code: string }) => Promise<void>
  readonly leave: () => Promise<void>
  readonly choose: (choice: Choice) => void
  /** `seen`: what the member changed. */
  readonly writeOpinion: (opinion: Opinion) => void
  readonly submit: (agendaItemId: number) => void
  readonly dismiss: (lost: LostAct) => void
  /** Of what was handed over, the member has these sent, and no others. */
  readonly settleHanded: (acts: readonly HandedAct[]) => void
  /** What a call of that procedure says of the acts that wait. */
  readonly sayWaiting: (procedure: string) => string
}

type DeskParts = Pick<SyncPorts<DeviceBallot>, 'kept' | 'makeId' | 'painted' | 'pause'> & {
  readonly client: DeviceClient
  readonly handed: Handed | null
  readonly forgetHanded: () => void
}

/**
 * The member's page without its looks: who this device is, what it shows, and what still has to be sent. It never
 * waits for the network; it tells the network.
 */
export function createDeviceDesk({ client, handed, forgetHanded, ...parts }: DeskParts): DeviceDesk {
  let desk: Desk = { ...emptyDesk, handed }
  const listeners = new Set<() => void>()
  /** Grows with every entry: an answer to a call from before says nothing about this one. */
  let entry = 0
  /** A product of which a call that brought no act said that something waits: nothing takes that back by itself. */
  let told: number | null = null

  const set = (next: Partial<Desk>): void => {
    desk = { ...desk, ...next }
    for (const listener of listeners) listener()
  }

  const askState = (): Promise<DeviceState> => withPatience((signal) => client.me(undefined, { signal }))

  const sync = createBallotSync<DeviceBallot>({
    ...parts,
    send: async (act, signal) => {
      const ballot = await sendAct(callsOf(client), act, signal)
      set({ isOnline: true })
      return ballot
    },
    judge: (error) => {
      if (!(error instanceof ORPCError)) set({ isOnline: false })
      return judge(error)
    },
    learn: async () => hearState(await askState()),
    isLoss: () => true,
    stopped: (error) => turnAway(error, entry),
    changed: (next) => {
      set(next)
      if (told === null || desk.waiting.length > 0) return
      const agendaItemId = told
      told = null
      void askBallot(agendaItemId)
    },
  })

  /** Any call says that nothing waits any more; this one is small. Unanswered, the next one says it. */
  const askBallot = (agendaItemId: number): Promise<void> =>
    withPatience((signal) => client.ballot({ agendaItemId }, { signal })).then(
      (ballot) => sync.hear([ballot]),
      () => {},
    )

  const closePlace = (): void => {
    told = null
    sync.close()
  }

  const hearState = (me: DeviceState): void => {
    set({ phase: 'inside', isOnline: true, me })
    sync.hear(me.products.map(({ ballot }) => ballot))
    void loadForms(me.products)
  }

  /** All of them at once, so that the member can score on without the network. */
  const loadForms = async (products: readonly DeviceProduct[]): Promise<void> => {
    const missing = new Map(
      products.filter(({ formKey }) => !desk.forms.has(formKey)).map((product) => [product.formKey, product]),
    )
    for (const [formKey, { agendaItemId }] of missing) {
      try {
        const form = await client.form({ agendaItemId })
        set({ forms: new Map(desk.forms).set(formKey, form) })
      } catch {
        // Asked for again with the next state.
      }
    }
  }

  /** The device has no place in the room, or there is no room: what waits is kept. */
  const turnAway = (error: unknown, since: number): void => {
    if (since !== entry) return
    if (isRoomOff(error)) set({ phase: isOver(error) ? 'locked' : 'off', isOnline: true })
    else if (isEntryGone(error)) void goOut()
  }

  /** Whatever else is refused in the room's last second does not say why it ended. */
  const isOver = (error: unknown): boolean => isSessionLocked(error) || desk.phase === 'locked'

  /** A form's key says which form only within its file. */
  const goOut = async (): Promise<void> => {
    closePlace()
    set({ phase: 'entering', me: null, forms: new Map(), isOnline: true })
    const broke = brokenSince(entry)
    const asked = Promise.all([client.seats(), client.clerks()])
    await asked.then(([seats, clerks]) => set({ seats, clerks, isOnline: true }), broke)
  }

  const brokenSince = (since: number) => (error: unknown) => {
    if (isAnswer(error)) turnAway(error, since)
    else set({ isOnline: false })
  }

  const enterPlace = (me: DeviceState): void => {
    if (desk.me?.place !== me.place) closePlace()
    hearState(me)
    sync.open(me.place)
  }

  const line = createRoomLine({
    client,
    pause: parts.pause,
    heardState: enterPlace,
    heardBallot: (ballot) => {
      set({ isOnline: true })
      sync.hear([ballot])
    },
    begin: () => brokenSince(entry),
    askAgain: async () => {
      if (desk.phase !== 'inside' || !desk.isOnline) return
      const since = entry
      await askState().then(hearState, (error: unknown) => (isAnswer(error) ? turnAway(error, since) : line.renew()))
    },
  })

  const act = (agendaItemId: number, deedsOf: (ballot: BallotKey, shown: ShownBallot) => readonly Deed[]): void => {
    const product = desk.me?.products.find((known) => known.agendaItemId === agendaItemId)
    if (product !== undefined) sync.act(deedsOf(ballotKey(product.ballot), shownBallot(product, desk)))
  }

  return {
    read: () => desk,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    start: line.start,
    wake: () => {
      line.renew()
      sync.wake()
    },
    enter: async (input) => {
      const me = await withPatience((signal) => client.enter(input, { signal }))
      entry += 1
      enterPlace(me)
      line.renew()
    },
    enterClerk: (input) => withPatience((signal) => client.enterClerk(input, { signal })),
    leave: async () => {
      await client.leave()
      entry += 1
      sync.dismiss(desk.lost)
      await goOut()
    },
    choose: ({ agendaItemId, criterionIndex, option }) =>
      act(agendaItemId, (ballot, { canScore, choices }) => {
        const seen = choices[criterionIndex] ?? null
        return canScore && seen !== option ? [{ kind: 'choose', ballot, criterionIndex, option, seen }] : []
      }),
    writeOpinion: ({ agendaItemId, opinion: typed, seen }) =>
      act(agendaItemId, (ballot, { opinion: shown }) => {
        // As the application will keep it.
        const opinion = normaliseText(typed)
        return opinion !== shown ? [{ kind: 'opinion', ballot, opinion, seen }] : []
      }),
    submit: (agendaItemId) =>
      act(agendaItemId, (ballot, { state, choices: seen, opinion: seenOpinion }) =>
        state === 'complete' ? [{ kind: 'confirm', ballot, seen, seenOpinion }] : [],
      ),
    dismiss: (lost) => sync.dismiss([lost]),
    settleHanded: (acts) => {
      if (desk.me !== null && desk.me.place === desk.handed?.place) sync.adopt(acts)
      set({ handed: null })
      forgetHanded()
    },
    sayWaiting: (procedure) => {
      if (!actCalls.has(procedure)) told = desk.waiting[0]?.agendaItemId ?? null
      return sayWaiting(desk.waiting)
    },
  }
}

/** Their act waits no more once they are answered. */
const actCalls: ReadonlySet<string> = new Set(['choose', 'setOpinion', 'confirm'] satisfies (keyof DeviceClient)[])

/** What becomes of an act that met this error. */
export function judge(error: unknown): Verdict {
  if (!isAnswer(error)) return 'again'
  return isRoomOff(error) || isEntryGone(error) ? 'stop' : 'drop'
}

function callsOf({ choose, setOpinion, confirm }: DeviceClient): ActCalls<DeviceBallot> {
  return {
    choose,
    opinion: setOpinion,
    confirm,
    reopen: () => Promise.reject(new TypeError('a device reopens nothing')),
  }
}
