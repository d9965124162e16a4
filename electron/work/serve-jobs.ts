import { setImmediate } from 'node:timers/promises'
import { Refusal } from '../../shared/api/refusal.ts'
import type { JobPort } from './job-port.ts'
import type { JobTable, JobTools, Runners } from './job.ts'
import type { Answer, Order } from './messages.ts'

type Run = Extract<Order, { order: 'run' }>

/**
 * Answers the orders that come through the port: one job at a time, but that a job which comes meanwhile is done as soon
 * as the one at work takes a breath. Who sends the orders sees to it that only batches are interrupted so.
 */
export function serveJobs<Table extends JobTable>(port: JobPort, runners: Runners<Table>): void {
  const cancels = new Map<number, AbortController>()
  const waiting: Run[] = []
  let isAtWork = false

  async function doWaiting(): Promise<void> {
    for (let run = waiting.shift(); run !== undefined; run = waiting.shift()) await answer(run)
  }

  async function answer({ id, kind, input }: Run): Promise<void> {
    const cancel = new AbortController()
    cancels.set(id, cancel)
    const tools: JobTools<unknown> = {
      tell: (progress) => send({ answer: 'progress', id, progress }),
      breathe: async () => {
        await setImmediate()
        await doWaiting()
        cancel.signal.throwIfAborted()
      },
    }
    try {
      const result: unknown = await runnerOf(runners, kind)(input, tools)
      port.answer({ answer: 'done', id, result }, buffersOf(result))
    } catch (error) {
      send(troubleOf(id, error))
    } finally {
      cancels.delete(id)
    }
  }

  function send(message: Answer): void {
    port.answer(message, [])
  }

  port.onOrder((order) => {
    if (order.order === 'cancel') return cancels.get(order.id)?.abort()
    waiting.push(order)
    if (isAtWork) return
    isAtWork = true
    void doWaiting().finally(() => (isAtWork = false))
  })
}

type AnyRunner = (input: unknown, tools: JobTools<unknown>) => unknown

function runnerOf(runners: object, kind: string): AnyRunner {
  return (runners as Readonly<Record<string, AnyRunner>>)[kind] as AnyRunner
}

/** The memory of the bytes of a result goes over as it is, uncopied, where nothing else is in it. */
function buffersOf(result: unknown): readonly ArrayBuffer[] {
  const values = typeof result === 'object' && result !== null ? [result, ...Object.values(result)] : []
  return values.flatMap((value) => {
    if (!(value instanceof Uint8Array) || !(value.buffer instanceof ArrayBuffer)) return []
    return value.byteLength === value.buffer.byteLength ? [value.buffer] : []
  })
}

function troubleOf(id: number, error: unknown): Answer {
  if (error instanceof Refusal) return { answer: 'refused', id, reason: error.reason, detail: error.detail }
  if (!(error instanceof Error)) return { answer: 'failed', id, error: new Error(String(error)), facts: {} }
  const facts = Object.entries(error).filter(([, fact]) => typeof fact === 'string' || typeof fact === 'number')
  return { answer: 'failed', id, error, facts: Object.fromEntries(facts) }
}
