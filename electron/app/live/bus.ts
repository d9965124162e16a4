import { EventPublisher } from '@orpc/server'
import type { LiveChange } from '../../../shared/api/live.ts'
import type { LiveBus } from '../../context.ts'

/** Tells every window of every committed change. */
export function createLiveBus(): LiveBus {
  const publisher = new EventPublisher<{ change: LiveChange }>()
  return {
    publish: (change) => publisher.publish('change', change),
    subscribe: (signal) => publisher.subscribe('change', { signal }),
  }
}
