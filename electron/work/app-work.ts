import type { Work } from './job.ts'
import { batches, deadlines, type Jobs } from './jobs.ts'
import { openWork } from './open-work.ts'

export type AppWork = Work<Jobs>

/**
 * An entry of its own in the bundle, where this file is in a chunk. Run from source, as tests do, the thread is the
 * bundle's as well: it is what people have, and loads in a tenth of the time.
 */
const entry = new URL(import.meta.url.endsWith('.ts') ? '../../out/main/worker.js' : '../worker.js', import.meta.url)

type Place = {
  /** Absolute path of the `resources` folder. */
  readonly resources: string
  /** Told why the worker ended where nobody ended it. */
  readonly onTrouble: (error: Error) => void
}

/** The application's worker. Nothing is started before its first job. */
export function openAppWork({ resources, onTrouble }: Place): AppWork {
  return openWork<Jobs>({ entry, place: { resources }, batches, deadlines, onTrouble })
}
