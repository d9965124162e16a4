/** What is known of one file and its copies in the second place. All times are ISO times. */
export type CopyFacts = {
  readonly now: string
  /** The last copy there; null for none yet. */
  readonly copiedAt: string | null
  /** When the file last changed, and when a ballot in it did; null for never. */
  readonly changedAt: string | null
  readonly lastBallotAt: string | null
  /** A session is being scored: nobody has time for it now. */
  readonly isScoring: boolean
}

/** Whether to remind of a copy: the last one is a week old and not of the file as it is, or a meeting came after it. */
export function isCopyDue({ now, copiedAt, changedAt, lastBallotAt, isScoring }: CopyFacts): boolean {
  if (isScoring || changedAt === null) return false
  if (copiedAt === null) return lastBallotAt !== null
  if (changedAt <= copiedAt) return false
  const isOfMeeting = lastBallotAt !== null && lastBallotAt > copiedAt
  return isOfMeeting || Date.parse(now) - Date.parse(copiedAt) > week
}

/** In milliseconds. */
const week = 7 * 24 * 60 * 60_000
