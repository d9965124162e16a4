import { ORPCError } from '@orpc/client'
import { textTable } from '../helpers/text-table.ts'

/** What came of many inputs, of one kind or over one transport. */
export type Outcome = {
  readonly of: string
  inputs: number
  answered: number
  /** By a reason that a person is told. */
  refused: number
  /** By the contract, before anything was done. */
  rejected: number
  readonly crashes: string[]
  readonly halfWrites: string[]
  longest: number
}

export function emptyOutcome(of: string): Outcome {
  return { of, inputs: 0, answered: 0, refused: 0, rejected: 0, crashes: [], halfWrites: [], longest: 0 }
}

/** Milliseconds after which a call counts as hanging: the deadline of a file's job, and what a busy machine adds. */
const patience = 90_000

type Told = 'answered' | 'refused' | 'rejected' | 'crashed'

/** Makes one call and notes what came of it; `about` is enough to make it again. */
export async function noteCall(outcome: Outcome, about: string, call: () => Promise<unknown>): Promise<Told> {
  const started = performance.now()
  const { promise: hang, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`hangs for ${patience} ms`)), patience)
  outcome.inputs += 1
  try {
    await Promise.race([call(), hang])
    outcome.answered += 1
    return 'answered'
  } catch (error) {
    const told = toldBy(error)
    if (told === 'crashed') outcome.crashes.push(`${about}: ${String(error)}`)
    else outcome[told] += 1
    return told
  } finally {
    clearTimeout(timer)
    outcome.longest = Math.max(outcome.longest, performance.now() - started)
  }
}

function toldBy(error: unknown): 'refused' | 'rejected' | 'crashed' {
  if (!(error instanceof ORPCError)) return 'crashed'
  if (error.code === 'REFUSED') return 'refused'
  return error.status >= 400 && error.status < 500 ? 'rejected' : 'crashed'
}

export function outcomeTable(outcomes: readonly Outcome[]): string {
  const head = ['', 'inputs', 'answered', 'refused', 'rejected', 'crashes', 'half-writes', 'longest']
  const rows = outcomes.map(({ of, inputs, answered, refused, rejected, crashes, halfWrites, longest }) => [
    of,
    ...[inputs, answered, refused, rejected, crashes.length, halfWrites.length].map(String),
    `${Math.round(longest)} ms`,
  ])
  return textTable(head, rows)
}
