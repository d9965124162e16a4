import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import type { DeviceBallot, DeviceClient, DeviceProduct, DeviceState } from '../../shared/api/room-device.ts'
import type { ChooseAct, ConfirmAct, OpinionAct } from '../../shared/domain/ballot/acts.ts'
import { memoryStorage } from '../../tests/helpers/memory-storage.ts'
import { createKeptActs } from '../ballot-sync/kept-acts.ts'
import { lastSaved } from './desk-state.ts'
import { createDeviceDesk, judge } from './device-desk.ts'
import type { Handed } from './handed-acts.ts'
import { shownBallot } from './shown-ballot.ts'

const ballot = (facts: Partial<DeviceBallot> = {}): DeviceBallot => ({
  agendaItemId: 7,
  memberId: 3,
  round: 1,
  version: 1,
  state: 'draft',
  choices: [null, null],
  opinion: '',
  revision: 1,
  savedAt: null,
  ...facts,
})

function roomOf(
  facts: Partial<DeviceBallot> = {},
  more: Partial<DeviceProduct> & { readonly place?: string } = {},
): DeviceState {
  const { place = 'file.1.3', ...product } = more
  return {
    place,
    seat: 3,
    role: 'member',
    memberName: 'Ủy viên',
    session: { councilName: 'Hội đồng', year: 2026, round: 1, heldOn: '2026-11-20' },
    alerts: [],
    memberSight: 'own-total',
    products: [
      {
        agendaItemId: 7,
        code: 'SP7',
        productName: 'Mật ong',
        producerName: 'Hợp tác xã',
        formKey: '1',
        criteriaCase: null,
        isAbsent: false,
        isRejected: false,
        ballot: ballot(facts),
        result: null,
        ...product,
      },
    ],
  }
}

const refused = (reason: string, detail = {}) => new ORPCError('REFUSED', { status: 422, data: { reason, detail } })

/** A desk before a room that answers as told; nothing happens in it but what the test does. */
function openDesk(room: {
  state: DeviceState
  choose: (act: ChooseAct) => Promise<DeviceBallot>
  say?: (act: OpinionAct) => Promise<DeviceBallot>
  me?: () => Promise<never>
  ballot?: () => Promise<DeviceBallot>
  changes?: () => Promise<unknown>
  handed?: Handed
}) {
  const storage = memoryStorage()
  const sent: (ChooseAct | OpinionAct | ConfirmAct)[] = []
  const client = {
    seats: async () => [],
    clerks: async () => [],
    enter: async () => room.state,
    leave: async () => {},
    me: async () => room.me?.() ?? room.state,
    form: async () => ({ parts: [] }),
    ballot: async () => room.ballot?.(),
    choose: async (act: ChooseAct) => {
      sent.push(act)
      return room.choose(act)
    },
    setOpinion: async (act: OpinionAct) => {
      sent.push(act)
      return room.say?.(act)
    },
    confirm: async (act: ConfirmAct) => {
      sent.push(act)
      return ballot({ revision: 9, state: 'confirmed', choices: act.seen, opinion: act.seenOpinion ?? '' })
    },
    changes: () => room.changes?.() ?? new Promise<never>(() => {}),
  } as unknown as DeviceClient
  let ids = 0
  const desk = createDeviceDesk({
    client,
    kept: createKeptActs(storage),
    handed: room.handed ?? null,
    forgetHanded: () => {},
    makeId: () => `${(ids += 1)}`,
    painted: async () => {},
    pause: () => new Promise((resolve) => setImmediate(resolve)),
  })
  const shown = () => {
    const [product] = desk.read().me?.products ?? []
    return product && shownBallot(product, desk.read())
  }
  const settle = async (until: () => boolean): Promise<void> => {
    while (!until()) await new Promise((resolve) => setImmediate(resolve))
  }
  return { desk, sent, shown, settle, storage }
}

const enter = { seatId: 3, code: '123456' }
const first = { agendaItemId: 7, criterionIndex: 0, option: 2 }

describe('the member’s desk', () => {
  it('shows a choice at once, sends what was seen with it, and says when it is saved', async () => {
    const savedAt = '2026-11-20T07:00:00.000Z'
    const { desk, sent, shown, settle } = openDesk({
      state: roomOf(),
      choose: async () => ballot({ revision: 2, choices: [2, null], savedAt }),
    })
    await desk.enter(enter)
    desk.choose(first)
    expect(shown()).toMatchObject({ choices: [2, null], state: 'draft', waiting: 1 })
    await settle(() => desk.read().waiting.length === 0)
    expect(sent).toMatchObject([{ memberId: 3, round: 1, criterionIndex: 0, option: 2, seen: null }])
    expect([shown()?.waiting, lastSaved(desk.read())]).toEqual([0, savedAt])
  })

  it('says that nothing waits any more where another call than the act’s own said that something does', async () => {
    const said: string[] = []
    const saved = ballot({ revision: 2, choices: [2, null] })
    const { desk, settle } = openDesk({
      state: roomOf(),
      choose: async () => {
        said.push(desk.sayWaiting('choose'), ...(said.length === 0 ? [] : [desk.sayWaiting('ballot')]))
        return saved
      },
      ballot: async () => {
        said.push(desk.sayWaiting('ballot'))
        return saved
      },
    })
    await desk.enter(enter)
    desk.choose(first)
    await settle(() => desk.read().waiting.length === 0)
    // Its own call is all that was said, and what was answered with it waits no more.
    expect(said).toEqual(['7:1'])
    // News of the act came before its answer, and was asked about.
    desk.choose({ ...first, criterionIndex: 1 })
    await settle(() => said.length === 4)
    expect(said.slice(1)).toEqual(['7:1', '7:1', ''])
  })

  it('says that the session is locked, and how much waits, also once nobody answers any more', async () => {
    const noNetwork = new TypeError('no network')
    // The room's last second has other answers too, and then there is nobody.
    const answers = [refused('room-off', { session: 'locked' }), refused('room-off'), noNetwork]
    let asked = 0
    const { desk, settle } = openDesk({
      state: roomOf(),
      choose: () => Promise.reject(noNetwork),
      changes: () => Promise.reject(answers[asked++] ?? noNetwork),
    })
    await desk.enter(enter)
    desk.choose(first)
    await settle(() => !desk.read().isOnline)
    const ended = new AbortController()
    desk.start(ended.signal)
    await settle(() => asked > answers.length)
    ended.abort()
    expect(desk.read()).toMatchObject({ phase: 'locked', waiting: [{ criterionIndex: 0, option: 2 }] })
  })

  it('hears why the room ended though its last question was not answered any more', async () => {
    const noNetwork = new TypeError('no network')
    let asked = 0
    async function* lastWords() {
      yield { agendaItemId: null }
      throw refused('room-off', { session: 'locked' })
    }
    const { desk, settle } = openDesk({
      state: roomOf(),
      choose: () => Promise.reject(noNetwork),
      me: () => Promise.reject(noNetwork),
      changes: () => (asked++ === 0 ? Promise.resolve(lastWords()) : Promise.reject(noNetwork)),
    })
    await desk.enter(enter)
    const ended = new AbortController()
    desk.start(ended.signal)
    await settle(() => asked > 1)
    ended.abort()
    expect(desk.read().phase).toBe('locked')
  })

  it('keeps what waits when it is turned away, and sends it once it is in again', async () => {
    const room = {
      state: roomOf(),
      choose: async (): Promise<DeviceBallot> => Promise.reject(refused('device-unknown')),
    }
    const { desk, sent, settle, storage } = openDesk(room)
    await desk.enter(enter)
    desk.choose(first)
    await settle(() => desk.read().phase === 'entering')
    expect(desk.read()).toMatchObject({ me: null, waiting: [], forms: new Map() })
    expect(storage.length).toBe(1)
    room.choose = async () => ballot({ revision: 2, choices: [2, null] })
    await desk.enter(enter)
    await settle(() => storage.length === 0)
    expect(sent.map(({ actId }) => actId)).toEqual(['1', '1'])
  })

  it('names what was not taken, and shows what is there instead', async () => {
    const room = {
      state: roomOf(),
      choose: async (): Promise<DeviceBallot> => Promise.reject(refused('ballot-changed-elsewhere')),
    }
    const { desk, shown, settle } = openDesk(room)
    await desk.enter(enter)
    desk.choose(first)
    room.state = roomOf({ revision: 2, choices: [1, null] })
    await settle(() => desk.read().waiting.length === 0)
    expect(shown()?.choices).toEqual([1, null])
    expect(desk.read().lost.map(({ act }) => act.actId)).toEqual(['1'])
    await desk.leave()
    expect(desk.read().lost).toEqual([])
  })

  it('shows an opinion at once, keeps it over the end of the page, and submits the ballot with it as seen', async () => {
    const noNetwork = new TypeError('no network')
    const room = {
      state: roomOf({ choices: [1, 1] }),
      choose: async () => ballot(),
      say: async (_act: OpinionAct): Promise<DeviceBallot> => Promise.reject(noNetwork),
    }
    const { desk, sent, shown, settle, storage } = openDesk(room)
    await desk.enter(enter)
    desk.writeOpinion({ agendaItemId: 7, opinion: ' Bao bì đẹp\n', seen: '' })
    desk.submit(7)
    expect(shown()).toMatchObject({ opinion: 'Bao bì đẹp', state: 'sending', waiting: 2 })
    await settle(() => !desk.read().isOnline)
    expect(storage.length).toBe(2)
    expect(createKeptActs(storage).load('file.1.3')).toMatchObject([{ kind: 'opinion' }, { kind: 'confirm' }])
    room.say = async ({ opinion }) => ballot({ revision: 2, choices: [1, 1], opinion })
    desk.wake()
    await settle(() => storage.length === 0)
    expect(sent.at(-1)).toMatchObject({ kind: 'confirm', seen: [1, 1], seenOpinion: 'Bao bì đẹp' })
    expect(shown()).toMatchObject({ opinion: 'Bao bì đẹp', state: 'submitted' })
  })

  it('names an opinion that was not taken with its words, also behind a ballot submitted meanwhile', async () => {
    const room = {
      state: roomOf({ state: 'confirmed', choices: [1, 1] }),
      choose: async () => ballot(),
      say: async (): Promise<DeviceBallot> => Promise.reject(refused('ballot-confirmed')),
    }
    const { desk, shown, settle } = openDesk(room)
    await desk.enter(enter)
    desk.writeOpinion({ agendaItemId: 7, opinion: 'Bao bì đẹp', seen: '' })
    expect(shown()?.opinion).toBe('')
    await settle(() => desk.read().waiting.length === 0)
    expect(desk.read().lost).toMatchObject([{ act: { kind: 'opinion', opinion: 'Bao bì đẹp' } }])
  })

  it('begins anew at another place, where the same numbers mean something else', async () => {
    const room = { state: roomOf({ revision: 9, choices: [1, 1] }), choose: async () => ballot() }
    const { desk, shown } = openDesk(room)
    await desk.enter(enter)
    room.state = roomOf({ revision: 1 }, { place: 'other.1.3' })
    await desk.enter(enter)
    expect(shown()?.choices).toEqual([null, null])
  })

  it('takes a result as it was heard last, also beside a ballot that it knows newer', async () => {
    const room = {
      state: roomOf({ revision: 9, choices: [1, 1] }, { result: { mean: '78,33', star: 4, isProvisional: false } }),
      choose: async () => ballot(),
    }
    const { desk, shown } = openDesk(room)
    await desk.enter(enter)
    expect(desk.read().me?.products[0]?.result).toEqual({ mean: '78,33', star: 4, isProvisional: false })
    room.state = roomOf({ revision: 1 })
    await desk.enter(enter)
    expect(desk.read().me?.products[0]?.result).toBeNull()
    expect(shown()?.choices).toEqual([1, 1])
  })
})

describe('what an act met', () => {
  it.each(['disk-full', 'disk-fails', 'place-read-only'])('keeps it over a disk that refuses: %s', (reason) => {
    expect(judge(refused(reason))).toBe('again')
  })

  it.each([
    [new TypeError('Failed to fetch'), 'again'],
    [new ORPCError('TOO_MANY_REQUESTS', { status: 429 }), 'again'],
    [refused('room-off'), 'stop'],
    [refused('device-unknown'), 'stop'],
    [refused('round-over'), 'drop'],
    [new ORPCError('BAD_REQUEST'), 'drop'],
  ] as const)('%s means %s', (error, verdict) => {
    expect(judge(error)).toBe(verdict)
  })
})
