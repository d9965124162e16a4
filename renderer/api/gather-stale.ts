import type { QueryPath } from './live-topics.ts'

/**
 * Hands stale paths on: the first at once, those that follow gathered, so that a room full of devices, or a ballot
 * keyed at speed, neither asks the host anew for every key nor restarts a question before it was answered.
 *
 * @param gatherFor in milliseconds: changes closer together are answered by one asking
 */
export function gatherStale(
  flush: (stale: 'all' | readonly QueryPath[]) => void,
  gatherFor: number,
): (stale: 'all' | readonly QueryPath[]) => void {
  let gathered: Map<string, QueryPath> | 'all' | null = null
  const wake = (): void => {
    const due = gathered
    gathered = null
    if (due === null || (due !== 'all' && due.size === 0)) return
    flush(due === 'all' ? 'all' : [...due.values()])
    wait()
  }
  const wait = (): void => {
    gathered = new Map()
    setTimeout(wake, gatherFor)
  }
  return (stale) => {
    if (gathered === null) {
      flush(stale)
      wait()
    } else if (stale === 'all') {
      gathered = 'all'
    } else if (gathered !== 'all') {
      for (const path of stale) gathered.set(path.join('.'), path)
    }
  }
}
