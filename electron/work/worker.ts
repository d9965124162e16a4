import { openJobPort } from './job-port.ts'
import type { Jobs } from './jobs.ts'
import { runnersAt, type WorkerPlace } from './runners.ts'
import { serveJobs } from './serve-jobs.ts'

// What does jobs beside the thread that answers keys, in another one or in a process of its own: an entry of the bundle,
// started by app-work.ts.

const { port, place } = openJobPort()
serveJobs<Jobs>(port, runnersAt(place as WorkerPlace))
