import { availableParallelism, totalmem } from 'node:os'
import type { AppWork } from './app-work.ts'

type Machine = {
  readonly processors: number
  /** Bytes. */
  readonly memory: number
}

/** One for each processor, as far as they fit into the machine's memory beside all that an office has open. */
export function countReaders({ processors, memory }: Machine): number {
  return Math.max(1, Math.min(processors, Math.round(memory / perReader)))
}

/** How many of them may be at work while somebody keys: a processor is left to the keys, where there is another one. */
export function readersBesideKeys({ processors }: Pick<Machine, 'processors'>): number {
  return Math.max(1, processors - 1)
}

/** Of a whole machine: a reader itself takes a fifth of it. */
const perReader = 2 * 2 ** 30

export function thisMachine(): Machine {
  return { processors: availableParallelism(), memory: totalmem() }
}

/** Each is started with the first page that it reads. */
export function openReaders(openReader: () => AppWork): readonly AppWork[] {
  return Array.from({ length: countReaders(thisMachine()) }, openReader)
}

export async function closeReaders(readers: readonly AppWork[]): Promise<void> {
  await Promise.all(readers.map((reader) => reader.close()))
}
