import { parentPort, workerData } from 'node:worker_threads'
import type { Jobs } from './jobs.ts'
import { runnersAt, type WorkerPlace } from './runners.ts'
import { serveJobs } from './serve-jobs.ts'

// The thread beside the one that answers keys: an entry of the bundle, started by app-work.ts.

if (parentPort === null) throw new Error('this script runs as a thread')
serveJobs<Jobs>(parentPort, runnersAt(workerData as WorkerPlace))
