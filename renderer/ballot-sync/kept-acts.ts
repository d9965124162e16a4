import type { BallotAct } from '../../shared/domain/ballot/acts.ts'

/** Where acts that wait outlive the page. */
export type KeptActs = {
  /** In the order in which they were made. */
  readonly load: (place: string) => readonly BallotAct[]
  /** False where a closed page would lose it. */
  readonly keep: (place: string, act: BallotAct) => boolean
  readonly drop: (place: string, actId: string) => void
}

/** For a window that asks before it closes over what waits: what somebody then threw away must not come back. */
export const keptByNobody: KeptActs = { load: () => [], keep: () => true, drop: () => {} }

const prefix = 'ocop-room:'

/**
 * For a page that may be closed at any moment: each act in the browser's storage under a key of its own, so that two tabs
 * cannot lose one.
 */
export function createKeptActs(storage: Storage | null): KeptActs & {
  /** Acts of all places together. */
  readonly count: () => number
} {
  const keysOf = (start: string): readonly string[] => {
    if (storage === null) return []
    return Array.from({ length: storage.length }, (_item, index) => storage.key(index) ?? '')
      .filter((key) => key.startsWith(start))
      .toSorted()
  }
  return {
    load: (place) => keysOf(placePrefix(place)).flatMap((key) => readAct(storage?.getItem(key) ?? null)),
    keep: (place, act) => {
      if (storage === null) return false
      const last = keysOf(placePrefix(place)).at(-1)
      const number = last === undefined ? 1 : Number(last.slice(placePrefix(place).length).split(':')[0]) + 1
      try {
        storage.setItem(`${placePrefix(place)}${String(number).padStart(9, '0')}:${act.actId}`, JSON.stringify(act))
        return true
      } catch {
        // Full, or switched off in a private window.
        return false
      }
    },
    drop: (place, actId) => {
      for (const key of keysOf(placePrefix(place))) if (key.endsWith(`:${actId}`)) storage?.removeItem(key)
    },
    count: () => keysOf(prefix).length,
  }
}

const placePrefix = (place: string): string => `${prefix}${place}:`

function readAct(text: string | null): readonly BallotAct[] {
  try {
    const act: unknown = JSON.parse(text ?? '')
    return isAct(act) ? [act] : []
  } catch {
    return []
  }
}

const isAct = (value: unknown): value is BallotAct =>
  typeof value === 'object' && value !== null && 'actId' in value && 'kind' in value && kinds.has(value.kind)

const kinds = new Set<unknown>(['choose', 'opinion', 'confirm', 'reopen'] satisfies readonly BallotAct['kind'][])
