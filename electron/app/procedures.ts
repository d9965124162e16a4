import { ValidationError } from '@orpc/contract'
import { implement, ORPCError, type ImplementerInternalWithMiddlewares } from '@orpc/server'
import { contract } from '../../shared/api/contract.ts'
import { Refusal, type RefusalReason } from '../../shared/api/refusal.ts'
import type { AppContext } from '../context.ts'
import { diskRefusal } from '../db/file-trouble.ts'

type NoContext = Record<never, never>

/** The contract, ready for handlers. The type is written out: inferred, it is longer than a declaration may be. */
export const procedures: ImplementerInternalWithMiddlewares<typeof contract, NoContext, NoContext> = implement(
  contract,
).use(({ next }) => carryRefusal(async () => next()))

/**
 * A `Refusal` that a handler throws goes over every transport as the typed error `REFUSED`, and so do a reason that says
 * nothing and a disk that takes nothing; anything else is a bug and stays one.
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
  const refusal = error instanceof Refusal ? error : (unsaidReason(error) ?? diskRefusal(error))
  if (refusal === null) return error
  return new ORPCError('REFUSED', {
    status: 422,
    defined: true,
    message: refusal.message,
    data: { reason: refusal.reason, detail: refusal.detail },
    ...(refusal !== error && { cause: error }),
  })
}

/** An input that is right but for a reason that says nothing (`reasonSchema`): the screen has words for that. */
function unsaidReason(error: unknown): Refusal | null {
  if (!(error instanceof ORPCError) || !(error.cause instanceof ValidationError)) return null
  const unsaid: RefusalReason = 'reason-required'
  return error.cause.issues.every(({ message }) => message === unsaid) ? new Refusal(unsaid) : null
}

/**
 * Writes every bug down with its stack, whichever transport the call came by, also in the middle of a stream: the page has one plain sentence for it.
 * What a cancelled call ends with is none. A damage of the open file is written down too, and ends writing.
 */
export async function logBugs<Result extends { readonly output: unknown }>(
  call: Call & { readonly next: () => Promise<Result> },
): Promise<Result> {
  try {
    const result = await call.next()
    const { output } = result
    return isStream(output) ? { ...result, output: tellingBugs(output, call) } : result
  } catch (error) {
    tellBug(error, call)
    throw error
  }
}

const isStream = (output: unknown): output is AsyncIterableIterator<unknown> =>
  typeof output === 'object' && output !== null && Symbol.asyncIterator in output

/** No generator: ending one waits for its next event. */
function tellingBugs(events: AsyncIterableIterator<unknown>, call: Call): AsyncIterableIterator<unknown> {
  const told: AsyncIterableIterator<unknown> = {
    next: async () => {
      try {
        return await events.next()
      } catch (error) {
        tellBug(error, call)
        throw error
      }
    },
    return: async (value) => (await events.return?.(value)) ?? { done: true, value },
    [Symbol.asyncIterator]: () => told,
  }
  return told
}

function tellBug(error: unknown, { path, signal, app }: Call): void {
  const { log } = app
  // The first one; from then on each write is refused by that name.
  if (isHarm(error) && error.cause !== undefined) {
    log.error(`${path.join('.')} met a damage of the file`, error)
    stopWriting(app)
  }
  const isBug = !(error instanceof ORPCError) || error.status >= 500
  if (isBug && signal?.aborted !== true) log.error(`${path.join('.')} failed`, error)
}

const isHarm = (error: unknown): error is ORPCError<string, unknown> =>
  error instanceof ORPCError && (error.data as { readonly reason?: unknown } | undefined)?.reason === harmed

const harmed: RefusalReason = 'workspace-harmed'

/** Each write more could harm more. What is read stays readable; keys wait. */
function stopWriting({ workspace, live }: AppContext): void {
  const { current } = workspace
  if (current === null || current.readOnly !== null) return
  workspace.current = { ...current, readOnly: { kind: 'harmed' } }
  live.publish({ topics: ['workspace'], sessionId: null, agendaItemId: null })
}

type Call = { readonly path: readonly string[]; readonly signal: AbortSignal | undefined; readonly app: AppContext }
