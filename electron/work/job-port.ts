import { parentPort, workerData } from 'node:worker_threads'
import { takeLowerPriority } from './lower-priority.ts'
import type { Answer, Order } from './messages.ts'

/** The way from where jobs are done to who asks for them. */
export type JobPort = {
  readonly onOrder: (hear: (order: Order) => void) => void
  /** @param given memory that goes over as it is, where that is possible */
  readonly answer: (answer: Answer, given: readonly ArrayBuffer[]) => void
}

/**
 * Of this thread, or of this process, which takes a lower priority and ends with the one that started it.
 *
 * @returns with it what was told at the start
 */
export function openJobPort(): { readonly port: JobPort; readonly place: unknown } {
  if (parentPort !== null) return { port: portOfThread(parentPort), place: workerData as unknown }
  takeLowerPriority()
  return { port: portOfProcess(), place: JSON.parse(process.argv.at(-1) ?? '') as unknown }
}

function portOfThread(port: NonNullable<typeof parentPort>): JobPort {
  return {
    onOrder: (hear) => void port.on('message', hear),
    answer: (answer, given) => port.postMessage(answer, given),
  }
}

/** Electron's utility process has a port and ends with the application; Node's has a channel. */
function portOfProcess(): JobPort {
  const { parentPort: port } = process as { readonly parentPort?: NodeJS.Process['parentPort'] }
  if (port !== undefined) {
    return {
      onOrder: (hear) => void port.on('message', ({ data }) => hear(data as Order)),
      answer: (answer) => port.postMessage(answer),
    }
  }
  process.on('disconnect', () => process.exit())
  // Of a terminal, for the program itself, which ends in order and this process with it.
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {})
  return {
    onOrder: (hear) => void process.on('message', (order) => hear(order as Order)),
    answer: (answer) => void process.send?.(answer),
  }
}
