import { ORPCError } from '@orpc/client'
import type { DeviceBallot, DeviceClient, DeviceProduct, DeviceState } from '../../shared/api/room-device.ts'
import type { ActStore } from './act-store.ts'
import { isAnswer, isEntryGone, isRoomOff, readReason } from './answers.ts'
import {
  emptyDesk,
  findShown,
  withBallot,
  withLost,
  withoutPlace,
  withState,
  type Desk,
  type LostAct,
} from './desk-state.ts'
import type { BallotAct } from '../../shared/domain/ballot/acts.ts'
import { createOutbox, type Verdict } from './outbox.ts'
import { withPatience } from './with-patience.ts'

export type DeviceDesk = ReturnType<typeof createDeviceDesk>

type DeskParts = {
  readonly client: DeviceClient
  readonly store: ActStore
  readonly makeId: () => string
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

const retryAfter = 2000
/** A line may die without a word; asking now and then finds out. In milliseconds. */
const askAgainAfter = 30_000

/**
 * The member's page without its looks: who this device is, what it shows, and what still has to be sent. It never
 * waits for the network; it tells the network.
 */
export function createDeviceDesk({ client, store, makeId, pause }: DeskParts) {
  let desk = emptyDesk
  const listeners = new Set<() => void>()
  let line = new AbortController()
  /** Grows with every entry: an answer to a call from before says nothing about this one. */
  let entry = 0

  const show = (next: Desk): void => {
    desk = next
    for (const listener of listeners) listener()
  }

  const set = (next: Partial<Desk>): void => show({ ...desk, ...next })

  const outbox = createOutbox({
    store,
    pause,
    send: (act, signal) => sendAct({ client, act, signal }),
    delivered: (_act, ballot) => {
      const savedAt = ballot.savedAt ?? desk.savedAt
      show({ ...withBallot(desk, ballot), isOnline: true, waiting: outbox.waiting(), savedAt })
    },
    judge: (error) => {
      if (!(error instanceof ORPCError)) set({ isOnline: false })
      return judge(error)
    },
    dropped: async (act, error) => {
      show(withLost(desk, { act, reason: readReason(error) }))
      await refresh()
    },
    stopped: (error) => turnAway(error, entry),
    changed: () => set({ waiting: outbox.waiting(), isKept: outbox.isKept() }),
  })

  const takeState = (heard: DeviceState): void => {
    show(withState(desk, heard))
    void loadForms(heard.products)
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

  const refresh = async (): Promise<void> => {
    const since = entry
    try {
      takeState(await withPatience((signal) => client.me(undefined, { signal })))
    } catch (error) {
      if (isAnswer(error)) turnAway(error, since)
      else line.abort()
    }
  }

  /** The device has no place in the room, or there is no room: what waits is kept. */
  const turnAway = (error: unknown, since: number): void => {
    if (since !== entry) return
    if (isRoomOff(error)) set({ phase: 'off', isOnline: true })
    else if (isEntryGone(error)) {
      outbox.close()
      show(withoutPlace(desk))
      void loadSeats()
    }
  }

  const loadSeats = async (): Promise<void> => {
    const since = entry
    try {
      set({ seats: await client.seats(), isOnline: true })
    } catch (error) {
      if (isAnswer(error)) turnAway(error, since)
      else set({ isOnline: false })
    }
  }

  const enterPlace = (state: DeviceState): void => {
    takeState(state)
    outbox.open(state.place)
  }

  /** Everything that happens, until the line breaks; the first event comes at once and asks for the state. */
  const listen = async (signal: AbortSignal): Promise<void> => {
    const changes = await client.changes(undefined, { signal })
    for await (const { agendaItemId } of changes) {
      if (agendaItemId === null) enterPlace(await client.me(undefined, { signal }))
      else {
        const heard = await client.ballot({ agendaItemId }, { signal })
        show(withBallot(desk, heard))
      }
      set({ isOnline: true })
    }
  }

  const follow = async (ended: AbortSignal): Promise<void> => {
    ended.addEventListener('abort', () => line.abort())
    while (!ended.aborted) {
      line = new AbortController()
      const { signal } = line
      const since = entry
      try {
        await listen(signal)
      } catch (error) {
        if (isAnswer(error)) turnAway(error, since)
        else if (!signal.aborted) set({ isOnline: false })
      }
      if (!signal.aborted) await pause(retryAfter, signal)
    }
  }

  const watch = async (ended: AbortSignal): Promise<void> => {
    while (!ended.aborted) {
      await pause(askAgainAfter, ended)
      if (desk.phase === 'inside' && desk.isOnline) await refresh()
    }
  }

  return {
    read: (): Desk => desk,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    start: (signal: AbortSignal): void => {
      void follow(signal)
      void watch(signal)
    },

    /** The phone woke up, or has a network again. */
    wake: (): void => {
      line.abort()
      outbox.wake()
    },

    /** @throws what the application answered */
    enter: async (input: { readonly seatId: number; readonly code: string }): Promise<void> => {
      const state = await withPatience((signal) => client.enter(input, { signal }))
      entry += 1
      enterPlace(state)
      line.abort()
    },

    leave: async (): Promise<void> => {
      await client.leave()
      entry += 1
      outbox.close()
      show({ ...withoutPlace(desk), lost: [], savedAt: null })
      await loadSeats()
    },

    choose: (at: {
      readonly agendaItemId: number
      readonly criterionIndex: number
      readonly option: number | null
    }) => {
      const place = findShown(desk, at.agendaItemId)
      if (place === null || !place.shown.canScore) return
      const seen = place.shown.choices[at.criterionIndex] ?? null
      if (seen === at.option) return
      outbox.add({
        kind: 'choose',
        actId: makeId(),
        ...place.at,
        seen,
        criterionIndex: at.criterionIndex,
        option: at.option,
      })
    },

    submit: (agendaItemId: number): void => {
      const place = findShown(desk, agendaItemId)
      if (place?.shown.state !== 'complete') return
      const { choices } = place.shown
      outbox.add({ kind: 'confirm', actId: makeId(), ...place.at, seen: choices })
    },

    dismiss: (lost: LostAct): void => set({ lost: desk.lost.filter((other) => other !== lost) }),
  }
}

/** What becomes of an act that met this error. */
export function judge(error: unknown): Verdict {
  if (!isAnswer(error)) return 'again'
  return isRoomOff(error) || isEntryGone(error) ? 'stop' : 'drop'
}

type SendActInput = {
  client: DeviceClient
  act: BallotAct
  signal: AbortSignal
}

function sendAct({ client, act, signal }: SendActInput): Promise<DeviceBallot> {
  switch (act.kind) {
    case 'choose':
      return client.choose(act, { signal })
    case 'confirm':
      return client.confirm(act, { signal })
    case 'reopen':
      throw new TypeError('a device reopens nothing')
  }
}
