import { Refusal } from '../../shared/api/refusal.ts'
import { follow } from './follow.ts'
import type { JobServer, StartJobServer } from './job-server.ts'
import type { JobTable, RunOptions, Work } from './job.ts'
import type { Answer } from './messages.ts'
import { takeNext } from './take-next.ts'

type Options = {
  /** Starts the thread, or the process, that does the jobs. */
  readonly start: StartJobServer
  readonly batches: readonly string[]
  /** Milliseconds without an answer or progress after which a job of the kind is ended with its server. */
  readonly deadlines: Readonly<Record<string, number>>
  /** Told why the server ended where nobody ended it. */
  readonly onTrouble: (error: Error) => void
  /** Milliseconds after which a cancelled job that does not stop is stopped with its server. */
  readonly patience?: number
}

type Call = {
  readonly id: number
  readonly kind: string
  readonly input: unknown
  readonly signal: AbortSignal | undefined
  readonly onProgress: (progress: unknown) => void
  readonly resolve: (result: unknown) => void
  readonly reject: (reason: unknown) => void
  /** Ends it where it does not stop by itself in time. */
  timer?: NodeJS.Timeout
}

/** One server for all jobs, started with the first one and again where it ended under one. */
export function openWork<Table extends JobTable>(options: Options): Work<Table> {
  const { start, batches, deadlines, onTrouble, patience = 10_000 } = options
  const waiting: Call[] = []
  const atWork = new Map<number, Call>()
  let server: JobServer | null = null
  let isClosed = false
  let count = 0

  function startServer(): JobServer {
    const started = start({
      onAnswer: hear,
      onEnd: ({ trouble, isOutOfMemory }) => {
        if (server !== started) return
        server = null
        if (trouble !== null) onTrouble(trouble)
        refuseAll(new Refusal(isOutOfMemory ? 'work-too-large' : 'work-stopped'))
      },
    })
    return started
  }

  function sendNext(): void {
    const call = takeNext({ waiting, atWork: [...atWork.values()], batches })
    if (call === null) {
      // Nothing waits for an idle server: the program may end.
      if (atWork.size === 0) server?.unref()
      return
    }
    server ??= startServer()
    server.ref()
    atWork.set(call.id, call)
    const { id, kind, input } = call
    try {
      server.send({ order: 'run', id, kind, input })
      limitTime(call)
    } catch (error) {
      settle(call)
      call.reject(error)
      sendNext()
    }
  }

  function hear(message: Answer): void {
    const call = atWork.get(message.id)
    if (call === undefined) return
    if (message.answer === 'progress') {
      limitTime(call)
      return call.onProgress(message.progress)
    }
    settle(call)
    if (message.answer === 'done') call.resolve(message.result)
    else call.reject(call.signal?.aborted === true ? call.signal.reason : errorOf(message))
    sendNext()
  }

  function refuseAll(reason: Refusal): void {
    for (const call of atWork.values()) {
      settle(call)
      call.reject(call.signal?.aborted === true ? call.signal.reason : reason)
    }
    sendNext()
  }

  function settle(call: Call): void {
    clearTimeout(call.timer)
    atWork.delete(call.id)
  }

  function limitTime(call: Call): void {
    if (call.signal?.aborted === true) return
    const limit = deadlines[call.kind]
    if (limit === undefined) return
    clearTimeout(call.timer)
    call.timer = setTimeout(() => leave(call, new Refusal('work-too-long', { seconds: limit / 1000 })), limit).unref()
  }

  /**
   * Gives a job up with its server. Nobody waits for its end: code of SQLite or zlib that a thread may be in hears of it only
   * when it comes back.
   */
  function leave(call: Call, reason: unknown): void {
    const left = server
    server = null
    settle(call)
    call.reject(reason)
    void left?.end()
    refuseAll(new Refusal('work-stopped'))
  }

  function cancel(call: Call): void {
    const index = waiting.indexOf(call)
    if (index !== -1) {
      waiting.splice(index, 1)
      return call.reject(call.signal?.reason)
    }
    server?.send({ order: 'cancel', id: call.id })
    clearTimeout(call.timer)
    call.timer = setTimeout(() => leave(call, call.signal?.reason), patience).unref()
  }

  function ask(kind: string, input: unknown, { signal, onProgress = () => {} }: RunOptions<unknown>): Promise<unknown> {
    if (isClosed) return Promise.reject(new Refusal('work-stopped'))
    if (signal?.aborted === true) return Promise.reject(signal.reason)
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    const call: Call = { id: (count += 1), kind, input, signal, onProgress, resolve, reject }
    const onAbort = () => cancel(call)
    signal?.addEventListener('abort', onAbort)
    waiting.push(call)
    sendNext()
    return promise.finally(() => signal?.removeEventListener('abort', onAbort))
  }

  return {
    run: ((kind: string, input: unknown, more: RunOptions<unknown> = {}) =>
      ask(kind, input, more)) as Work<Table>['run'],
    follow: ((kind: string, input: unknown, signal: AbortSignal | undefined) =>
      follow((more) => ask(kind, input, more), signal)) as Work<Table>['follow'],
    close: async () => {
      isClosed = true
      for (const { reject } of waiting.splice(0)) reject(new Refusal('work-stopped'))
      await server?.end()
    },
  }
}

function errorOf(message: Extract<Answer, { answer: 'refused' | 'failed' }>): Error {
  if (message.answer === 'refused') return new Refusal(message.reason, message.detail)
  return Object.assign(message.error, message.facts)
}
