import { Worker, type ResourceLimits } from 'node:worker_threads'
import type { StartJobServer } from './job-server.ts'

type Options = {
  /** The script of the thread. */
  readonly entry: URL
  /** What it is told at its start. */
  readonly place: unknown
  readonly limits?: ResourceLimits
}

/**
 * A document of thousands of pages takes a fifth of it; a machine of 4 GB has it. What a job makes lives until its end: a
 * younger generation of 48 MB is copied over and over, which is a tenth of the work of an office's list.
 */
const usualLimits = { maxYoungGenerationSizeMb: 128, maxOldGenerationSizeMb: 1024 }

/** A thread of this process. */
export function jobThread({ entry, place, limits = usualLimits }: Options): StartJobServer {
  return ({ onAnswer, onEnd }) => {
    const worker = new Worker(entry, { name: 'ocop-work', workerData: place, resourceLimits: limits })
    let trouble: NodeJS.ErrnoException | null = null
    worker.on('message', onAnswer)
    worker.on('error', (error: Error) => (trouble = error))
    worker.on('exit', () => onEnd({ trouble, isOutOfMemory: trouble?.code === 'ERR_WORKER_OUT_OF_MEMORY' }))
    return {
      send: (order) => worker.postMessage(order, []),
      end: () => worker.terminate(),
      ref: () => worker.ref(),
      unref: () => worker.unref(),
    }
  }
}
