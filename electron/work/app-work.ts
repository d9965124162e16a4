import type { ForkProcess } from '../fork-process.ts'
import { jobProcess } from './job-process.ts'
import type { StartJobServer } from './job-server.ts'
import { jobThread } from './job-thread.ts'
import type { Work } from './job.ts'
import { batches, deadlines, type Jobs } from './jobs.ts'
import { openWork } from './open-work.ts'

export type AppWork = Work<Jobs>

/**
 * An entry of its own in the bundle, where this file is in a chunk. Run from source, as tests do, it is the bundle's as
 * well: it is what people have, and loads in a tenth of the time.
 */
const entry = new URL(import.meta.url.endsWith('.ts') ? '../../out/main/worker.js' : '../worker.js', import.meta.url)

type Place = {
  /** Absolute path of the `resources` folder. */
  readonly resources: string
  /** Told why the worker ended where nobody ended it. */
  readonly onTrouble: (error: Error) => void
}

/** The application's worker, a thread. Nothing is started before its first job. */
export function openAppWork({ resources, onTrouble }: Place): AppWork {
  return openOn(jobThread({ entry, place: { resources } }), onTrouble)
}

/** The same in a process of a lower priority, for what keeps a processor busy for minutes: the keys do not wait for it. */
export function openLowWork({ resources, onTrouble, fork }: Place & { readonly fork: ForkProcess }): AppWork {
  return openOn(jobProcess({ entry, place: { resources }, fork }), onTrouble)
}

const openOn = (start: StartJobServer, onTrouble: Place['onTrouble']): AppWork =>
  openWork<Jobs>({ start, batches, deadlines, onTrouble })
