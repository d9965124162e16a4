import { useState } from 'react'
import { notePace, timeLeft, type Pace, type TimeLeft } from '../../../shared/domain/progress/time-left.ts'

type Counted = { readonly done: number; readonly of: number }

/** What is told of something under way; null before its first word. */
export type Progress<Event extends Counted> = { readonly event: Event; readonly left: TimeLeft | null } | null

/** Keeps how far something is and how long the rest takes, as its events tell it. */
export function useProgress<Event extends Counted>() {
  const [watched, setWatched] = useState<{ readonly event: Event; readonly pace: Pace } | null>(null)
  const note = (event: Event): void => {
    const at = performance.now()
    setWatched((before) => ({ event, pace: notePace(before?.pace ?? null, { ...event, at }) }))
  }
  const progress: Progress<Event> = watched && { event: watched.event, left: timeLeft(watched.pace) }
  return { progress, note, clear: () => setWatched(null) }
}
