import type { LiveChange } from '../../shared/api/live.ts'
import { Refusal } from '../../shared/api/refusal.ts'
import type { AppContext } from '../context.ts'
import { transaction } from '../db/transaction.ts'
import { openDb } from './commit.ts'

/** Runs a command with the context that it is given, and answers when the disk has it. */
export type CommitTogether = <Result>(run: (app: AppContext) => Result) => Promise<Result>

/**
 * Commands that arrive at the same moment, from fifteen devices, share one write to the disk: waiting for the disk is
 * nearly all that a choice takes, and while one waits the others queue. Each keeps a transaction of its own inside
 * (`commit`), with its audit event and its own refusal; nobody is answered or told before the common one is on the disk.
 */
export function createCommitTogether(app: AppContext): CommitTogether {
  let waiting: Waiting[] = []

  const flush = (): void => {
    const group = waiting
    waiting = []
    // Where anything but a refusal happens, none of the group is written, and each has its own outcome alone.
    const isWritten = group.length > 1 && writeGroup(app, group)
    if (!isWritten) for (const { run, answer } of group) answer(outcomeOf(() => run(app)))
  }

  return <Result>(run: (app: AppContext) => Result) =>
    new Promise<Result>((resolve, reject) => {
      // After everything that the network has brought in by now.
      if (waiting.length === 0) setImmediate(flush)
      const answer = (outcome: Outcome) =>
        outcome.isDone ? resolve(outcome.result as Result) : reject(outcome.error as Error)
      waiting.push({ run, answer })
    })
}

type Outcome = { readonly isDone: true; readonly result: unknown } | { readonly isDone: false; readonly error: unknown }

type Waiting = {
  readonly run: (app: AppContext) => unknown
  readonly answer: (outcome: Outcome) => void
}

/**
 * Runs commands of one caller, in their order, in one write: as many as are taken, for the first that is refused ends it.
 *
 * @returns what each of them answers
 * @throws Refusal of the very first; nothing is written then, nor where anything but a refusal happens
 */
export function commitRun<Result>(app: AppContext, runs: readonly ((app: AppContext) => Result)[]): readonly Result[] {
  const outcome = inOneWrite(app, (held) => {
    const results: Result[] = []
    for (const run of runs) {
      const each = refusedOrDone(() => run(held))
      if (each.isDone) results.push(each.result as Result)
      else if (results.length === 0) throw each.error
      else break
    }
    return results
  })
  if (!outcome.isDone) throw outcome.error
  return outcome.result as readonly Result[]
}

/** False where nothing of the group was written. */
function writeGroup(app: AppContext, group: readonly Waiting[]): boolean {
  const outcome = inOneWrite(app, (held) => group.map(({ run }) => refusedOrDone(() => run(held))))
  if (!outcome.isDone) return false
  for (const [place, { answer }] of group.entries()) answer((outcome.result as readonly Outcome[])[place] as Outcome)
  return true
}

/** Told to others once it is on the disk. */
function inOneWrite(app: AppContext, runAll: (held: AppContext) => unknown): Outcome {
  const notices: LiveChange[] = []
  // One write, one time: the file counts its writes, and "Kiểm chứng" tells them apart in the audit by their time.
  const at = app.clock.now()
  const held: AppContext = {
    ...app,
    clock: { now: () => at },
    live: { ...app.live, publish: (change) => void notices.push(change) },
  }
  const outcome = outcomeOf(() => transaction(openDb(app), () => runAll(held)))
  if (outcome.isDone) for (const change of notices) app.live.publish(change)
  return outcome
}

/** @throws whatever is no refusal */
function refusedOrDone(run: () => unknown): Outcome {
  const outcome = outcomeOf(run)
  if (!outcome.isDone && !(outcome.error instanceof Refusal)) throw outcome.error
  return outcome
}

function outcomeOf(run: () => unknown): Outcome {
  try {
    return { isDone: true, result: run() }
  } catch (error) {
    return { isDone: false, error }
  }
}
