import { vietnamDay } from '../calendar/vietnam-day.ts'

/** What stood at the end of a file's audit at some moment, kept outside the file. */
export type Anchor = {
  /** ISO time. */
  readonly at: string
  /** What was done then: a command, `close` or `backup`. */
  readonly why: string
  /** The file's count of changes. */
  readonly commits: number
  /** The last event and its hash. */
  readonly seq: number
  readonly hash: string
  /** When the program restored a backup that does not hold it; the file need not hold it from then on. */
  readonly givenUpAt?: string | undefined
}

/** Anchors of one file that stay, in their order: the first, the newest, and the last of each day. */
export function thinAnchors(oldestFirst: readonly Anchor[], newest = 100): readonly Anchor[] {
  const recent = oldestFirst.length - newest
  return oldestFirst.filter(({ at }, place) => {
    const next = oldestFirst[place + 1]
    const isLastOfDay = next === undefined || vietnamDay(next.at) !== vietnamDay(at)
    return place === 0 || place >= recent || isLastOfDay
  })
}
