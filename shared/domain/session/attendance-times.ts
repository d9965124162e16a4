/** What is wrong with a member's times of the day (`08:05`, or null where none is recorded). */
export type TimesProblem = 'left-before-arrival'

/** A member leaves after having arrived; with one of the two open nothing can be wrong. */
export function timesProblem({
  arrivedAt,
  leftAt,
}: {
  arrivedAt: string | null
  leftAt: string | null
}): TimesProblem | null {
  return arrivedAt !== null && leftAt !== null && leftAt <= arrivedAt ? 'left-before-arrival' : null
}
