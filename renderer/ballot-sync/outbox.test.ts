import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BallotAct, ChooseAct } from '../../shared/domain/ballot/acts.ts'
import { memoryStorage } from '../../tests/helpers/memory-storage.ts'
import { createKeptActs } from './kept-acts.ts'
import { createOutbox, type OutboxPorts, type OutboxState } from './outbox.ts'

const act = (number: number): ChooseAct => ({
  kind: 'choose',
  actId: String(number).padStart(32, '0'),
  agendaItemId: 1,
  memberId: 3,
  round: 1,
  criterionIndex: number % 5,
  option: number,
  seen: null,
})
const idsOf = (...numbers: readonly number[]) => numbers.map((number) => act(number).actId)

class Refused extends Error {}
const lost = () => new TypeError('Failed to fetch')

/**
 * An outbox before an application that takes each id once. `fates` says what happens to each attempt: answered, refused,
 * never arrived, or taken with the answer lost on its way back.
 */
function outbox(
  fates: readonly ('answer' | 'refuse' | 'lose' | 'lose-answer' | 'never')[],
  ports: Partial<OutboxPorts<string>> & { readonly storage?: Storage | null } = {},
) {
  const taken: string[] = []
  const sent: string[] = []
  const dropped: string[] = []
  const pauses: number[] = []
  const states: OutboxState[] = [{ waiting: [], failure: null, isKept: true }]
  const box = createOutbox<string>({
    kept: createKeptActs(ports.storage === undefined ? memoryStorage() : ports.storage),
    send: async ({ actId }) => {
      const fate = fates[sent.push(actId) - 1] ?? 'answer'
      if (fate === 'never') return new Promise<never>(() => {})
      if (fate === 'refuse') throw new Refused()
      if (fate === 'lose') throw lost()
      if (!taken.includes(actId)) taken.push(actId)
      if (fate === 'lose-answer') throw lost()
      return actId
    },
    judge: (error) => (error instanceof Refused ? 'drop' : 'again'),
    delivered: () => {},
    dropped: async ({ actId }) => void dropped.push(actId),
    stopped: () => {},
    changed: (state) => void states.push(state),
    painted: async () => {},
    pause: async (milliseconds) => void pauses.push(milliseconds),
    ...ports,
  })
  const state = (): OutboxState => states.at(-1) as OutboxState
  const settle = async (until: () => boolean): Promise<void> => {
    while (!until()) await Promise.resolve()
  }
  return { box, taken, sent, dropped, pauses, state, settle, isEmpty: () => state().waiting.length === 0 }
}

describe('createOutbox', () => {
  it('brings every act once and in the order made, whatever the network loses', async () => {
    const fates = fc.array(fc.constantFrom('answer' as const, 'lose' as const, 'lose-answer' as const), {
      maxLength: 30,
    })
    await fc.assert(
      fc.asyncProperty(fates, fc.integer({ min: 1, max: 12 }), async (fate, count) => {
        const { box, taken, settle, isEmpty } = outbox(fate)
        box.open('place')
        const acts = Array.from({ length: count }, (_item, number) => act(number))
        box.add(acts.slice(0, 2))
        for (const one of acts.slice(2)) box.add([one])
        await settle(isEmpty)
        expect(taken).toEqual(acts.map(({ actId }) => actId))
      }),
    )
  })

  it('sends one at a time, after the screen was painted', async () => {
    const paint = Promise.withResolvers<void>()
    const { box, sent, settle, isEmpty } = outbox(['never'], { painted: () => paint.promise })
    box.open('place')
    box.add([act(1), act(2)])
    await Promise.resolve()
    expect(sent).toEqual([])
    paint.resolve()
    await settle(() => sent.length > 0)
    expect(sent).toEqual(idsOf(1))
    expect(isEmpty()).toBe(false)
  })

  it('keeps what fails at the head with all behind it, says so, and waits longer each time', async () => {
    const pause = Promise.withResolvers<void>()
    const pauses: number[] = []
    const { box, sent, state, settle, isEmpty } = outbox(['lose', 'lose', 'lose-answer'], {
      pause: (milliseconds, signal) => {
        pauses.push(milliseconds)
        signal.addEventListener('abort', () => pause.resolve())
        return pauses.length === 1 ? pause.promise : Promise.resolve()
      },
    })
    box.open('place')
    box.add([act(1), act(2)])
    await settle(() => pauses.length > 0)
    expect(state()).toMatchObject({ failure: { error: lost() }, waiting: [act(1), act(2)] })
    box.add([act(3)])
    expect(state()).toMatchObject({ failure: { error: lost() } })
    expect(sent).toEqual(idsOf(1))
    // Somebody presses "again".
    box.wake()
    await settle(isEmpty)
    expect(sent).toEqual(idsOf(1, 1, 1, 1, 2, 3))
    expect(pauses).toEqual([500, 1000, 2000])
    expect(state()).toMatchObject({ failure: null })
  })

  it('gives up what hangs, and sends it anew', async () => {
    const { box, settle, state, pauses } = outbox([], {
      send: (_act, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(lost()))
        }),
    })
    box.open('place')
    box.add([act(1)])
    await settle(() => state().waiting.length > 0)
    await Promise.resolve()
    box.wake()
    await settle(() => pauses.length > 0)
    expect(state()).toMatchObject({ failure: { error: lost() }, waiting: [act(1)] })
  })

  it('sends choices that wait one after the other at once, and goes on from the first that was not taken', async () => {
    const runs: string[][] = []
    const { box, taken, sent, dropped, settle, isEmpty } = outbox(['refuse'], {
      // Answers as many as stand before the fourth; where that comes first it is refused.
      sendEach: async (acts) => {
        runs.push(acts.map(({ actId }) => actId))
        const end = acts.findIndex(({ actId }) => idsOf(4).includes(actId))
        if (end === 0) throw new Refused()
        const done = acts.slice(0, end < 0 ? acts.length : end).map(({ actId }) => actId)
        taken.push(...done)
        return done
      },
    })
    const confirm: BallotAct = { ...act(7), kind: 'confirm', seen: [] }
    box.open('place')
    box.add([...[1, 2, 3, 4, 5, 6].map(act), confirm, act(8)])
    await settle(isEmpty)
    expect(runs).toEqual([idsOf(1, 2, 3, 4, 5, 6), idsOf(4, 5, 6), idsOf(5, 6)])
    expect(sent).toEqual(idsOf(4, 7, 8))
    expect(dropped).toEqual(idsOf(4))
    expect(taken).toEqual(idsOf(1, 2, 3, 5, 6, 7, 8))
  })

  it('tries one alone after a run that found no connection', async () => {
    let tries = 0
    const { box, sent, pauses, settle, isEmpty, state } = outbox([], {
      sendEach: async (acts) => {
        tries += 1
        if (tries === 1) throw lost()
        return acts.map(({ actId }) => actId)
      },
    })
    box.open('place')
    box.add([1, 2, 3].map(act))
    await settle(isEmpty)
    expect([tries, sent, pauses]).toEqual([2, idsOf(1), [500]])
    expect(state().failure).toBeNull()
  })

  it('drops what is refused, and only that', async () => {
    const { box, taken, dropped, settle, isEmpty, state } = outbox(['answer', 'refuse'])
    box.open('place')
    box.add([act(1), act(2), act(3)])
    await settle(isEmpty)
    expect(dropped).toEqual(idsOf(2))
    expect(taken).toEqual(idsOf(1, 3))
    expect(state().failure).toBeNull()
  })

  it('keeps what is refused while it cannot be learned what is there instead', async () => {
    let asked = 0
    const { box, sent, dropped, settle, isEmpty } = outbox(['refuse', 'refuse'], {
      dropped: async ({ actId }) => {
        asked += 1
        if (asked === 1) throw lost()
        dropped.push(actId)
      },
    })
    box.open('place')
    box.add([act(1), act(2)])
    await settle(isEmpty)
    expect(sent).toEqual(idsOf(1, 1, 2))
    expect(dropped).toEqual(idsOf(1))
  })

  it('sends after a closed page what was kept for the place, in the order made', async () => {
    const storage = memoryStorage()
    const silent = outbox(['never'], { storage })
    silent.box.open('place')
    for (const number of [1, 2, 3]) silent.box.add([act(number)])
    const later = outbox([], { storage })
    later.box.open('another')
    expect(later.isEmpty()).toBe(true)
    later.box.open('place')
    await later.settle(later.isEmpty)
    expect(later.taken).toEqual(idsOf(1, 2, 3))
    expect(storage.length).toBe(0)
  })

  it('keeps everything when it is stopped, and goes on when it is opened again', async () => {
    let isInside = false
    const stops: unknown[] = []
    const { box, taken, settle, state, isEmpty } = outbox([], {
      judge: () => 'stop',
      stopped: (error) => void stops.push(error),
      send: async ({ actId }) => {
        if (!isInside) throw new Refused()
        taken.push(actId)
        return actId
      },
    })
    box.open('place')
    box.add([act(1), act(2)])
    await settle(() => stops.length > 0)
    expect(state().waiting).toHaveLength(2)
    isInside = true
    box.open('place')
    await settle(isEmpty)
    expect(taken).toEqual(idsOf(1, 2))
  })

  it('says while something waits that the browser does not keep', async () => {
    const { box, state } = outbox(['never'], { storage: null })
    box.open('place')
    expect(state().isKept).toBe(true)
    box.add([act(1)])
    expect(state().isKept).toBe(false)
  })
})
