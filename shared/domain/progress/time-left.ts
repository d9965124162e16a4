/** What was done at a moment of a clock that only goes on, in milliseconds. */
type Sight = { readonly done: number; readonly at: number }

/** A count as it was watched: from the first sight on, as long as it is of the same whole and only grows. */
export type Pace = { readonly of: number; readonly first: Sight; readonly last: Sight }

/** The pace with one more sight of its count; what goes back, or is of another whole, is another count and begins anew. */
export function notePace(pace: Pace | null, { done, of, at }: Sight & { readonly of: number }): Pace {
  const sight = { done, at }
  if (pace === null || pace.of !== of || done < pace.last.done) return { of, first: sight, last: sight }
  return { ...pace, last: sight }
}

/** As people say it: never to the second, and never less than is likely. */
export type TimeLeft =
  | { readonly unit: 'moment' }
  | { readonly unit: 'minutes'; readonly count: number }
  | { readonly unit: 'hours'; readonly count: number }

/** Of what was not watched this long, in milliseconds, or has not gone on this often, the pace is not known. */
const enough = { ms: 4000, steps: 3 }

/** How long the rest takes at the pace so far; null while that is not known, and where nothing is left. */
export function timeLeft({ of, first, last }: Pace): TimeLeft | null {
  const [steps, ms] = [last.done - first.done, last.at - first.at]
  if (last.done >= of || ms < enough.ms || steps < enough.steps) return null
  const minutes = ((of - last.done) * ms) / steps / 60_000
  if (minutes < 1) return { unit: 'moment' }
  if (minutes <= 90) return { unit: 'minutes', count: Math.ceil(minutes) }
  return { unit: 'hours', count: Math.ceil(minutes / 60) }
}
