/**
 * Takes out of those that wait, in their order, the job that is to be begun now; null for none. Short ones go first, and
 * in between the pieces of a batch; a batch waits until nothing is at work.
 */
export function takeNext<Call extends { readonly kind: string }>(facts: {
  readonly waiting: Call[]
  readonly atWork: readonly Call[]
  /** Kinds of jobs that stop between their pieces. */
  readonly batches: readonly string[]
}): Call | null {
  const { waiting, atWork, batches } = facts
  const isBatch = ({ kind }: Call) => batches.includes(kind)
  if (atWork.length > 1 || !atWork.every(isBatch)) return null
  const short = waiting.findIndex((call) => !isBatch(call))
  const index = short === -1 && atWork.length === 0 ? 0 : short
  return index === -1 ? null : (waiting.splice(index, 1)[0] ?? null)
}
