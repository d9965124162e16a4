import { fileURLToPath } from 'node:url'
import type { ForkProcess } from '../fork-process.ts'
import type { StartJobServer } from './job-server.ts'
import type { Answer } from './messages.ts'

type Options = {
  /** The script of the process. */
  readonly entry: URL
  /** What it is told at its start. */
  readonly place: unknown
  readonly fork: ForkProcess
  readonly megabytes?: number
}

/** A process of its own, of a lower priority than the application: nothing that the application does waits for it. */
export function jobProcess({ entry, place, fork, megabytes = 1024 }: Options): StartJobServer {
  return ({ onAnswer, onEnd }) => {
    const ended = Promise.withResolvers<void>()
    let isWanted = true
    const { post, kill, ref, unref } = fork({
      script: fileURLToPath(entry),
      args: [JSON.stringify(place)],
      megabytes,
      onMessage: (message) => onAnswer(message as Answer),
      onEnd: (why) => {
        onEnd({ trouble: isWanted ? new Error(why) : null, isOutOfMemory: /out of memory/i.test(why) })
        ended.resolve()
      },
    })
    const end = () => {
      isWanted = false
      // Who waits for its end is not to end before.
      ref()
      kill()
      return ended.promise
    }
    return { send: post, end, ref, unref }
  }
}
