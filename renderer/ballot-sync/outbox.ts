import type { BallotAct, ChooseAct } from '../../shared/domain/ballot/acts.ts'
import { mostChoicesAtOnce } from '../../shared/domain/ballot/most-choices-at-once.ts'
import type { KeptActs } from './kept-acts.ts'
import { withPatience } from './with-patience.ts'

/** What is to become of an act that was not taken. */
export type Verdict =
  /** No answer, or not now: the same act is sent again. */
  | 'again'
  /** It will never be taken: on with the next. */
  | 'drop'
  /** Nothing can be taken from here now: everything waits until the outbox is opened anew. */
  | 'stop'

export type OutboxState = {
  /** In the order made; the first one is on its way. */
  readonly waiting: readonly BallotAct[]
  /** What the last attempt met, until an act is answered again. */
  readonly failure: { readonly error: unknown } | null
  /** False while something waits that a closed page would lose. */
  readonly isKept: boolean
}

export type OutboxPorts<Answer> = {
  /** Where acts outlive the page. */
  readonly kept: KeptActs
  readonly send: (act: BallotAct, signal: AbortSignal) => Promise<Answer>
  /**
   * Sends choices that wait one after the other at once, where that can be: answers for as many as were taken, from the first on.
   * Fails where not even that one was.
   */
  readonly sendEach?: (acts: readonly ChooseAct[], signal: AbortSignal) => Promise<readonly Answer[]>
  /** What a refusal, or no answer at all, means. */
  readonly judge: (error: unknown) => Verdict
  readonly delivered: (answer: Answer, act: BallotAct) => void
  /**
   * An act will not be taken: says so, and learns what is there instead before the next one is sent. Where it fails the act
   * stays and is tried again.
   */
  readonly dropped: (act: BallotAct, error: unknown) => Promise<void>
  readonly stopped: (error: unknown) => void
  readonly changed: (state: OutboxState) => void
  /** Resolves once the screen shows what was done: sending costs milliseconds that the eye need not wait for. */
  readonly painted: () => Promise<void>
  /** Resolves after that many milliseconds, or earlier when `signal` aborts. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

export type Outbox = {
  /** Acts of that place may go: what was kept for it goes first, or what stopped goes on. */
  readonly open: (place: string) => void
  readonly add: (acts: readonly BallotAct[]) => void
  /** There may be a connection again: what hangs is given up and sent anew at once. */
  readonly wake: () => void
  /** Forgets the place; what is kept for it stays kept. */
  readonly close: () => void
}

const firstPause = 500
const longestPause = 8000

/**
 * Brings acts to the application in the order made, one after the other or as a run of choices; whoever acts never waits for it. An act stays at
 * the head until it is answered: nothing overtakes it, nothing is dropped unsaid, and its id keeps it from counting twice.
 */
export function createOutbox<Answer>(ports: OutboxPorts<Answer>): Outbox {
  let place: string | null = null
  let state: OutboxState = { waiting: [], failure: null, isKept: true }
  let isRunning = false
  /** Grows with every opening: who is stopped from before one may still go on. */
  let openings = 0
  let wake = new AbortController()

  const set = (next: Partial<OutboxState>): void => {
    state = { ...state, ...next }
    ports.changed(state)
  }

  const settle = (act: BallotAct, at: string | null): void => {
    if (at !== null) ports.kept.drop(at, act.actId)
    const waiting = state.waiting.filter((other) => other !== act)
    state = { ...state, waiting, isKept: state.isKept || waiting.length === 0 }
  }

  /** The first act with the choices right behind it; alone where there are none, or it is no choice. */
  const headRun = (): readonly ChooseAct[] => {
    const end = state.waiting.findIndex(({ kind }) => kind !== 'choose')
    const run = end < 0 ? state.waiting : state.waiting.slice(0, end)
    return run.slice(0, mostChoicesAtOnce) as readonly ChooseAct[]
  }

  /** Null once one of them or more is answered for good; `alone` where the first has to be brought by itself. */
  const deliverRun = async (acts: readonly ChooseAct[]): Promise<Met | null | 'alone'> => {
    const { sendEach } = ports
    if (sendEach === undefined || acts.length < 2) return 'alone'
    const at = place
    wake = new AbortController()
    const outcome = await withPatience((signal) => sendEach(acts, signal), wake.signal).then(
      (answers) => ({ answers }),
      (error: unknown) => ({ error, verdict: ports.judge(error) }),
    )
    if (!('answers' in outcome)) return outcome.verdict === 'drop' ? 'alone' : outcome
    for (const [index, answer] of outcome.answers.entries()) {
      const act = acts[index]
      if (act === undefined) break
      settle(act, at)
      ports.delivered(answer, act)
    }
    return outcome.answers.length > 0 ? null : 'alone'
  }

  /** Null once the act is answered for good, else what kept it here. */
  const deliver = async (act: BallotAct): Promise<Met | null> => {
    const at = place
    wake = new AbortController()
    const outcome = await withPatience((signal) => ports.send(act, signal), wake.signal).then(
      (answer) => ({ answer }),
      (error: unknown) => ({ error, verdict: ports.judge(error) }),
    )
    if ('answer' in outcome) {
      settle(act, at)
      ports.delivered(outcome.answer, act)
      return null
    }
    if (outcome.verdict !== 'drop') return outcome
    try {
      await ports.dropped(act, outcome.error)
    } catch (error) {
      return { error, verdict: 'again' }
    }
    settle(act, at)
    return null
  }

  const run = async (): Promise<void> => {
    if (isRunning) return
    isRunning = true
    await ports.painted()
    let failures = 0
    for (let act = state.waiting[0]; act !== undefined; act = state.waiting[0]) {
      const opening = openings
      // After a failure one goes first, to see whether anything does.
      const ofRun = failures === 0 ? await deliverRun(headRun()) : 'alone'
      // What waited may have been put away meanwhile.
      if (ofRun === 'alone' && state.waiting[0] !== act) continue
      const met = ofRun === 'alone' ? await deliver(act) : ofRun
      if (met?.verdict === 'stop' && opening === openings) {
        // Before anyone is told, since who hears it may open it again.
        isRunning = false
        ports.stopped(met.error)
        return
      }
      failures = met === null ? 0 : failures + 1
      set({ failure: met })
      if (met === null) continue
      wake = new AbortController()
      await ports.pause(Math.min(longestPause, firstPause * 2 ** (failures - 1)), wake.signal)
    }
    isRunning = false
  }

  return {
    open: (where) => {
      const waiting = place === where ? state.waiting : ports.kept.load(where)
      place = where
      openings += 1
      set({ waiting })
      void run()
    },
    add: (acts) => {
      const at = place
      if (at === null || acts.length === 0) return
      const isKept = acts.every((act) => ports.kept.keep(at, act)) && state.isKept
      set({ waiting: [...state.waiting, ...acts], isKept })
      void run()
    },
    wake: () => {
      wake.abort()
      void run()
    },
    close: () => {
      place = null
      set({ waiting: [], failure: null, isKept: true })
      wake.abort()
    },
  }
}

type Met = { readonly error: unknown; readonly verdict: Verdict }
