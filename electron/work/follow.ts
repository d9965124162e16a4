import { EventEmitter, on } from 'node:events'
import type { RunOptions } from './job.ts'

/** As `Work.follow`, of a job that `run` begins. */
export async function* follow(
  run: (options: RunOptions<unknown>) => Promise<unknown>,
  given: AbortSignal | undefined,
): AsyncGenerator<unknown, unknown> {
  const left = new AbortController()
  const signal = given === undefined ? left.signal : AbortSignal.any([given, left.signal])
  const events = new EventEmitter()
  const told = on(events, 'progress', { close: ['end'] })
  const result = run({ signal, onProgress: (progress) => void events.emit('progress', progress) })
  const end = () => void events.emit('end')
  const ended = result.then(end, end)
  try {
    for await (const [progress] of told) yield progress
    return await result
  } finally {
    left.abort()
    await ended
  }
}
