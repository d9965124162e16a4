import { isDeepStrictEqual } from 'node:util'
import { ORPCError } from '@orpc/client'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBallotSync, type BallotSync, type Deed } from '../../../renderer/ballot-sync/ballot-sync.ts'
import { createKeptActs, keptByNobody, type KeptActs } from '../../../renderer/ballot-sync/kept-acts.ts'
import { sendAct } from '../../../renderer/ballot-sync/send-act.ts'
import type { Ballot } from '../../../shared/api/ballots.ts'
import { isActOf, layActs, readAct, type BallotAct, type ChooseAct } from '../../../shared/domain/ballot/acts.ts'
import { ballotKey, type BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import { isSettled } from '../../../shared/domain/ballot/state.ts'
import { memoryStorage } from '../../helpers/memory-storage.ts'
import { createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

// Two people at two screens key the same two ballots, over networks that lose, repeat and delay, one of them on a page that
// is closed and opened again: at the end both see what the file holds, and each act counted once or was named as lost.

let app: TestApp
let agendaItemId: number
let keys: readonly BallotKey[]

beforeAll(async () => {
  app = createTestApp()
  const session = await openSmallSession(app, { members: 2, products: 1 })
  agendaItemId = session.itemIds[0] as number
  keys = session.memberIds.map((memberId) => ballotKey({ agendaItemId, memberId }))
})
afterAll(() => app[Symbol.dispose]())

/** What becomes of one request. */
type Fate = 'answered' | 'never-arrives' | 'answer-lost' | 'arrives-twice' | 'answer-late'

type Step = Act | Event

type Act =
  | {
      readonly kind: 'choose'
      readonly who: 0 | 1
      readonly ballot: 0 | 1
      readonly row: number
      readonly option: number | null
    }
  | { readonly kind: 'say'; readonly who: 0 | 1; readonly ballot: 0 | 1; readonly opinion: string }
  | { readonly kind: 'fill' | 'confirm' | 'reopen'; readonly who: 0 | 1; readonly ballot: 0 | 1 }

type Event =
  /** Asks for all ballots anew; `isLate`: the answer comes only after other things have happened. */
  | { readonly kind: 'ask'; readonly who: 0 | 1; readonly isLate: boolean }
  | { readonly kind: 'reload' | 'new-round' | 'wait' }

const who = fc.constantFrom(0 as const, 1 as const)
const ballot = fc.constantFrom(0 as const, 1 as const)
const option = fc.constantFrom(null, 0, 1)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('choose' as const), who, ballot, row: fc.nat({ max: 2 }), option }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('say' as const),
      who,
      ballot,
      opinion: fc.constantFrom('', 'Bao bì đẹp', 'Cần mã truy xuất'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('fill' as const, 'confirm' as const, 'reopen' as const),
      who,
      ballot,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('ask' as const), who, isLate: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('reload' as const, 'new-round' as const) }) },
)
const fate = fc.constantFrom<Fate>(
  'answered',
  'answered',
  'never-arrives',
  'answer-lost',
  'arrives-twice',
  'answer-late',
)

const turn = () => new Promise((resolve) => setImmediate(resolve))
const getAll = () => app.client.ballots.ofItem({ agendaItemId })

/** The application, watched by a model of what each act must come to. */
async function watchedApplication() {
  const model = new Map((await getAll()).map((ballot) => [ballotKey(ballot), ballot]))
  const carriedOut = new Set<string>()
  const faults: unknown[] = []
  let changes = 0

  const mustRefuse = (act: BallotAct): boolean => {
    const before = model.get(ballotKey(act)) as Ballot
    const reading = readAct(before, act)
    const isIncomplete = act.kind === 'confirm' && reading === 'changes' && before.choices.includes(null)
    return !isActOf(act, before) || reading === 'settled' || reading === 'changed-elsewhere' || isIncomplete
  }

  const carryOut = async (act: BallotAct): Promise<Ballot> => {
    const { choose, setOpinion: opinion, confirm, reopen } = app.client.ballots
    const sent = sendAct<Ballot>({ choose, opinion, confirm, reopen }, act, new AbortController().signal)
    const [outcome] = await Promise.allSettled([sent])
    note(act, outcome.status === 'rejected' ? undefined : outcome.value)
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value
  }

  /** As many as are taken; what comes first after them is refused. */
  const carryOutEach = async (acts: readonly ChooseAct[]): Promise<readonly Ballot[]> => {
    const [outcome] = await Promise.allSettled([app.client.ballots.chooseEach({ acts })])
    const answers = outcome.status === 'rejected' ? [] : outcome.value
    for (const [place, act] of acts.slice(0, answers.length + 1).entries()) note(act, answers[place])
    if (outcome.status === 'rejected') throw outcome.reason
    return answers
  }

  /** What an act came to, beside what it must. */
  const note = (act: BallotAct, answer: Ballot | undefined): void => {
    const key = ballotKey(act)
    const before = model.get(key) as Ballot
    const isKnown = carriedOut.has(act.actId)
    const isRefused = !isKnown && mustRefuse(act)
    if (answer === undefined) {
      if (!isRefused) faults.push({ act, isRefused })
      return
    }
    const expected = isKnown ? before : layActs(before, [act])
    if (!isKnown && expected !== before) changes += 1
    carriedOut.add(act.actId)
    const isAsExpected = isDeepStrictEqual(contentOf(answer), contentOf(expected))
    if (isRefused || !isAsExpected) faults.push({ act, isRefused, answer, expected })
    model.set(key, answer)
  }

  const contentOf = ({ round, version, state, choices, opinion }: Ballot) => ({
    round,
    version,
    state,
    choices,
    opinion,
  })

  // One after the other, as the application's own transactions are.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <Answer>(run: () => Promise<Answer>): Promise<Answer> => {
    const next = last.then(run, run)
    last = next
    return next
  }
  return {
    take: (act: BallotAct) => inTurn(() => carryOut(act)),
    takeEach: (acts: readonly ChooseAct[]) => inTurn(() => carryOutEach(acts)),
    openRound: () =>
      inTurn(async () => {
        await app.client.results.openRound({ agendaItemId, reason: 'Chấm lại' })
        for (const ballot of await getAll()) model.set(ballotKey(ballot), ballot)
      }),
    carriedOut,
    faults,
    changes: () => changes,
  }
}

type Application = Awaited<ReturnType<typeof watchedApplication>>

/** Everything that one person did in a run, and what was said to be lost of it. */
type Deeds = { readonly made: Set<string>; readonly saidLost: Set<string> }

function openScreen(parts: {
  readonly application: Application
  readonly kept: KeptActs
  readonly deeds: Deeds
  readonly nextFate: () => Fate
  /** Resolves after other things have happened. */
  readonly later: () => Promise<void>
  readonly makeId: () => string
  /** As a window of the office does; a clerk's laptop sends each choice by itself. */
  readonly sendsRuns: boolean
}) {
  const { application, kept, deeds, nextFate, later, makeId, sendsRuns } = parts
  let isClosed = false
  const heard = new Map<BallotKey, Ballot>()
  /** A closed page hears nothing any more. */
  const whileOpen = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    const outcome = await Promise.allSettled([answer])
    if (isClosed) return new Promise<never>(() => {})
    const [settled] = outcome
    if (settled.status === 'rejected') throw settled.reason
    return settled.value
  }
  const travel = async <Answer>(take: () => Promise<Answer>): Promise<Answer> => {
    const lost = new TypeError('Failed to fetch')
    const met = nextFate()
    if (met === 'never-arrives') throw lost
    const answer = await take()
    if (met === 'answer-lost') throw lost
    if (met === 'arrives-twice') return take()
    if (met === 'answer-late') await later()
    return answer
  }
  const sync: BallotSync<Ballot> = createBallotSync<Ballot>({
    kept,
    makeId: () => {
      const id = makeId()
      deeds.made.add(id)
      return id
    },
    send: (act) => whileOpen(travel(() => application.take(act))),
    ...(sendsRuns && { sendEach: (acts: readonly ChooseAct[]) => whileOpen(travel(() => application.takeEach(acts))) }),
    judge: (error) => (error instanceof ORPCError ? 'drop' : 'again'),
    learn: async () => sync.hear(await whileOpen(getAll())),
    isLoss: () => true,
    stopped: () => {},
    changed: ({ lost, saved }) => {
      for (const { act } of lost) deeds.saidLost.add(act.actId)
      for (const [key, ballot] of saved) {
        const before = heard.get(key)
        // Nobody's news takes a ballot back.
        if (before !== undefined && isEarlier(ballot, before)) application.faults.push({ before, ballot })
        heard.set(key, ballot)
      }
    },
    painted: async () => {},
    pause: later,
  })
  return {
    sync,
    hear: async (isLate: boolean) => {
      const ballots = await getAll()
      if (isLate) await later()
      if (!isClosed) sync.hear(ballots)
    },
    close: () => {
      isClosed = true
    },
  }
}

function isEarlier(ballot: Ballot, before: Ballot): boolean {
  return ballot.round < before.round || (ballot.round === before.round && ballot.revision < before.revision)
}

type Screen = ReturnType<typeof openScreen>

function deedsOf(
  step: Exclude<Step, { kind: 'ask' | 'reload' | 'new-round' | 'wait' }>,
  screen: Screen,
): readonly Deed[] {
  const key = keys[step.ballot] as BallotKey
  const shown = screen.sync.read().shown.get(key)
  if (shown === undefined) return []
  const choose = (row: number, to: number | null): readonly Deed[] => {
    const seen = shown.choices[row] ?? null
    return isSettled(shown.state) || seen === to
      ? []
      : [{ kind: 'choose', ballot: key, criterionIndex: row, option: to, seen }]
  }
  switch (step.kind) {
    case 'choose':
      return choose(step.row, step.option)
    case 'say':
      return isSettled(shown.state) || shown.opinion === step.opinion
        ? []
        : [{ kind: 'opinion', ballot: key, opinion: step.opinion, seen: shown.opinion }]
    case 'fill':
      return shown.choices.flatMap((choice, row) => (choice === null ? choose(row, 0) : []))
    case 'confirm':
      return shown.state === 'draft' && !shown.choices.includes(null)
        ? [{ kind: 'confirm', ballot: key, seen: shown.choices, seenOpinion: shown.opinion }]
        : []
    case 'reopen':
      return isSettled(shown.state) ? [{ kind: 'reopen', ballot: key, seen: shown.version, reason: 'Nhập nhầm' }] : []
  }
}

let runs = 0

async function play(steps: readonly Step[], fates: readonly Fate[]): Promise<void> {
  runs += 1
  const run = runs
  const events = () => app.file().prepare('SELECT count(*) FROM audit_events').pluck().get() as number
  const before = events()
  const application = await watchedApplication()
  const left = [...fates]
  let late: (() => void)[] = []
  let ids = 0
  let rounds = 0
  const storage = memoryStorage()
  const deeds: Deeds = { made: new Set(), saidLost: new Set() }
  const parts = {
    application,
    deeds,
    nextFate: () => left.shift() ?? 'answered',
    later: () => new Promise<void>((resolve) => void late.push(resolve)),
    makeId: () => {
      ids += 1
      return `${run.toString(16).padStart(16, '0')}${ids.toString(16).padStart(16, '0')}`
    },
  } as const
  const openPage = async (kept: KeptActs): Promise<Screen> => {
    const screen = openScreen({ ...parts, kept, sendsRuns: kept === keptByNobody })
    screen.sync.open('place')
    await screen.hear(false)
    return screen
  }
  const screens: [Screen, Screen] = [await openPage(keptByNobody), await openPage(createKeptActs(storage))]
  const arrive = async (): Promise<void> => {
    for (const resolve of late.splice(0)) resolve()
    await turn()
  }
  for (const each of steps) {
    switch (each.kind) {
      case 'wait':
        await arrive()
        break
      case 'ask':
        void screens[each.who].hear(each.isLate)
        break
      case 'new-round':
        rounds += 1
        await application.openRound()
        break
      case 'reload':
        screens[1].close()
        screens[1] = await openPage(createKeptActs(storage))
        break
      default:
        screens[each.who].sync.act(deedsOf(each, screens[each.who]))
    }
  }
  while (screens.some(({ sync }) => sync.read().waiting.length > 0) && application.faults.length === 0) await arrive()
  expect(application.faults).toEqual([])
  await arrive()
  // Nothing waits any more, so nothing lies over what is saved.
  for (const { sync } of screens) expect(sync.read().shown).toEqual(sync.read().saved)
  for (const screen of screens) await screen.hear(false)

  const held = new Map((await getAll()).map((ballot) => [ballotKey(ballot), ballot]))
  for (const { sync } of screens) {
    expect(sync.read().saved).toEqual(held)
    expect(sync.read().shown).toEqual(held)
  }
  expect(events()).toBe(before + application.changes() + rounds)
  const unsaid = [...deeds.made].filter((id) => !application.carriedOut.has(id) && !deeds.saidLost.has(id))
  expect(unsaid).toEqual([])
  expect([...deeds.saidLost].filter((id) => application.carriedOut.has(id))).toEqual([])
  expect(storage.length).toBe(0)
}

test('two screens come to the same ballots, and every act counts once or is named as lost', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.array(fate, { maxLength: 60 }), play), {
    numRuns: Number(process.env['OCOP_SYNC_RUNS'] ?? 100),
  })
})
