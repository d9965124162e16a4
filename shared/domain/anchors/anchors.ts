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
  /** Of the path that the file had; left out in one of before paths were kept. */
  readonly path?: string | undefined
  /** Of the anchor of a clean closing, where disk and time allowed it. */
  readonly closed?: ClosedFile | undefined
  /** When the program restored a backup that does not hold it; the file need not hold it from then on. */
  readonly givenUpAt?: string | undefined
}

/** A whole file as a closing left it. SQLite's count of changes of the schema is another in a copy that SQLite made. */
type ClosedFile = { readonly sha256: string; readonly schema: number }

/** A file against what a closing on this machine left of it. */
export type BytesSeen = {
  /** That every byte is as it was then. */
  readonly isSame: boolean
  /** ISO time of that closing. */
  readonly at: string
  /** The file's count of changes. */
  readonly commits: number
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
