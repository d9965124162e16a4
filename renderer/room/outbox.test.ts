import { ORPCError } from '@orpc/client'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DeviceBallot } from '../../shared/api/room-device.ts'
import { createActStore } from './act-store.ts'
import type { ChooseAct, BallotAct } from '../../shared/domain/ballot/acts.ts'
import { judge } from './device-desk.ts'
import { createOutbox, type Verdict } from './outbox.ts'

/** A browser's storage in memory. */
function memoryStorage(): Storage {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  }
}

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

const ballot: DeviceBallot = {
  agendaItemId: 1,
  memberId: 3,
  round: 1,
  version: 1,
  state: 'draft',
  choices: [],
  revision: 1,
  savedAt: null,
}

/**
 * An application that takes each id once. `fate` says what happens to each attempt: answered, never arrived, or taken
 * with the answer lost on its way back.
 */
function host(fate: readonly ('answer' | 'lose' | 'lose-answer')[]) {
  const taken: string[] = []
  let attempt = 0
  const send = async (sent: BallotAct): Promise<DeviceBallot> => {
    const what = fate[attempt] ?? 'answer'
    attempt += 1
    if (what === 'lose') throw new TypeError('Failed to fetch')
    if (!taken.includes(sent.actId)) taken.push(sent.actId)
    if (what === 'lose-answer') throw new TypeError('Failed to fetch')
    return ballot
  }
  return { taken, send }
}

type OutboxInput = {
  send: (sent: BallotAct) => Promise<DeviceBallot>
  storage?: Storage | null
  judge?: (error: unknown) => Verdict
}

function outbox({ send, storage = memoryStorage(), judge: judgeError = () => 'again' }: OutboxInput) {
  const dropped: string[] = []
  const { promise: isEmpty, resolve } = Promise.withResolvers<void>()
  let hadActs = false
  const box = createOutbox({
    store: createActStore(storage),
    send,
    delivered: () => {},
    judge: judgeError,
    dropped: async ({ actId }) => void dropped.push(actId),
    stopped: () => resolve(),
    changed: () => {
      hadActs ||= box.waiting().length > 0
      if (hadActs && box.waiting().length === 0) resolve()
    },
    pause: async () => {},
  })
  return { box, dropped, isEmpty }
}

describe('createOutbox', () => {
  it('brings every act once and in order, whatever the network loses', async () => {
    const fates = fc.array(fc.constantFrom('answer' as const, 'lose' as const, 'lose-answer' as const), {
      maxLength: 30,
    })
    await fc.assert(
      fc.asyncProperty(fates, fc.integer({ min: 1, max: 12 }), async (fate, count) => {
        const application = host(fate)
        const { box } = outbox(application)
        box.open('place')
        const acts = Array.from({ length: count }, (_item, number) => act(number))
        for (const one of acts) box.add(one)
        while (box.waiting().length > 0) await Promise.resolve()
        expect(application.taken).toEqual(acts.map(({ actId }) => actId))
      }),
    )
  })

  it.each(['disk-full', 'disk-fails', 'place-read-only'])(
    'keeps every act over a disk that refuses: %s',
    async (reason) => {
      const application = host([])
      let attempts = 0
      const send = async (sent: BallotAct): Promise<DeviceBallot> => {
        attempts += 1
        if (attempts <= 2) throw new ORPCError('REFUSED', { status: 422, data: { reason, detail: {} } })
        return application.send(sent)
      }
      const { box, dropped, isEmpty } = outbox({ send, judge })
      box.open('place')
      for (const number of [1, 2]) box.add(act(number))
      await isEmpty
      expect(dropped).toEqual([])
      expect(application.taken).toEqual([act(1).actId, act(2).actId])
    },
  )

  it('sends after a closed page what was kept, in the order made', async () => {
    const storage = memoryStorage()
    const silent = outbox({ storage, send: () => new Promise(() => {}) })
    silent.box.open('place')
    for (const number of [1, 2, 3]) silent.box.add(act(number))
    const application = host([])
    const later = outbox({ storage, ...application })
    later.box.open('another')
    expect(later.box.waiting()).toEqual([])
    later.box.open('place')
    await later.isEmpty
    expect(application.taken).toEqual([1, 2, 3].map((number) => act(number).actId))
    expect(storage.length).toBe(0)
  })

  it('keeps everything when the device has to enter first, and goes on after', async () => {
    let isInside = false
    const application = host([])
    const { box, isEmpty } = outbox({
      send: (sent) => (isInside ? application.send(sent) : Promise.reject(new ORPCError('REFUSED'))),
      judge: () => 'stop',
    })
    box.open('place')
    box.add(act(1))
    box.add(act(2))
    await isEmpty
    expect(box.waiting()).toHaveLength(2)
    isInside = true
    box.open('place')
    while (box.waiting().length > 0) await Promise.resolve()
    expect(application.taken).toHaveLength(2)
  })

  it('drops what is refused, and only that', async () => {
    const application = host([])
    const { box, dropped, isEmpty } = outbox({
      send: (sent) => (sent.actId === act(2).actId ? Promise.reject(new ORPCError('REFUSED')) : application.send(sent)),
      judge: () => 'drop',
    })
    box.open('place')
    for (const number of [1, 2, 3]) box.add(act(number))
    await isEmpty
    expect(dropped).toEqual([act(2).actId])
    expect(application.taken).toEqual([act(1).actId, act(3).actId])
  })

  it('says when the browser keeps nothing', () => {
    const { box } = outbox({ storage: null, send: () => new Promise(() => {}) })
    box.open('place')
    expect(box.isKept()).toBe(true)
    box.add(act(1))
    expect(box.isKept()).toBe(false)
  })
})
