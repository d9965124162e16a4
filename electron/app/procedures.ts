import { implement, ORPCError, type ImplementerInternalWithMiddlewares } from '@orpc/server'
import { contract } from '../../shared/api/contract.ts'
import { Refusal } from '../../shared/api/refusal.ts'
import type { Log } from '../context.ts'
import { diskRefusal } from '../db/file-trouble.ts'

type NoContext = Record<never, never>

/** The contract, ready for handlers. The type is written out: inferred, it is longer than a declaration may be. */
export const procedures: ImplementerInternalWithMiddlewares<typeof contract, NoContext, NoContext> = implement(
  contract,
).use(({ next }) => carryRefusal(async () => next()))

/**
 * A `Refusal` that a handler throws goes over every transport as the typed error `REFUSED`, and so does a disk that
 * takes nothing; anything else is a bug and stays one.
 */
export async function carryRefusal<Result>(next: () => Promise<Result>): Promise<Result> {
  try {
    return await next()
  } catch (error) {
    throw typedError(error)
  }
}

/** The same for what fails in the middle of a stream, which has left the procedure by then. */
export async function* carryRefusals<Event>(events: AsyncIterable<Event>): AsyncGenerator<Event> {
  try {
    yield* events
  } catch (error) {
    throw typedError(error)
  }
}

function typedError(error: unknown): unknown {
  const refusal = error instanceof Refusal ? error : diskRefusal(error)
  if (refusal === null) return error
  return new ORPCError('REFUSED', {
    status: 422,
    defined: true,
    message: refusal.message,
    data: { reason: refusal.reason, detail: refusal.detail },
  })
}

/**
 * Writes every bug down with its stack, whichever transport the call came by: the page has one plain sentence for it.
 * What a cancelled call ends with is none.
 */
export async function logBugs<Result>(call: {
  readonly next: () => Promise<Result>
  readonly path: readonly string[]
  readonly signal: AbortSignal | undefined
  readonly log: Log
}): Promise<Result> {
  try {
    return await call.next()
  } catch (error) {
    if (!(error instanceof ORPCError) && call.signal?.aborted !== true)
      call.log.error(`${call.path.join('.')} failed`, error)
    throw error
  }
}
