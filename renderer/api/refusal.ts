import { ORPCError } from '@orpc/client'
import type { TFunction } from 'i18next'
import { isPassing, refusalReasons, type RefusalDetail, type RefusalReason } from '../../shared/api/refusal.ts'

export type ReadRefusal = { readonly reason: RefusalReason; readonly detail: RefusalDetail }

/** A refusal that the page itself makes, as a host's would arrive. */
export function refusalOf(reason: RefusalReason, detail: RefusalDetail): ORPCError<'REFUSED', ReadRefusal> {
  return new ORPCError('REFUSED', { status: 422, defined: true, data: { reason, detail } })
}

/** The expected refusal that an error carries, or null for anything else (a lost connection, a bug). */
export function readRefusal(error: unknown): ReadRefusal | null {
  if (!(error instanceof ORPCError) || error.code !== 'REFUSED') return null
  const data: unknown = error.data
  if (typeof data !== 'object' || data === null || !('reason' in data)) return null
  const reason = refusalReasons.find((known) => known === data.reason)
  if (reason === undefined) return null
  return { reason, detail: 'detail' in data && isDetail(data.detail) ? data.detail : {} }
}

/** True where the application answered for good; a full disk is no such answer: what was sent is kept and sent again. */
export function isFinalRefusal(error: unknown): boolean {
  const refusal = readRefusal(error)
  return refusal !== null && !isPassing(refusal.reason)
}

/** A call that no host answered; `cause` is what the transport said. Only the transport makes one. */
class NoAnswer extends Error {
  constructor(cause: unknown) {
    super('the application does not answer', { cause })
    this.name = 'NoAnswer'
  }
}

/** The answer of a call that was sent; what fails without one is told apart from faults of the page. @throws NoAnswer */
export async function answerOf<Answer>(sent: Promise<Answer>): Promise<Answer> {
  try {
    return await sent
  } catch (error) {
    throw error instanceof ORPCError || isUnreadableFile(error) ? error : new NoAnswer(error)
  }
}

/** True where no host answered at all. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof NoAnswer
}

/** True for a fault of the page itself, of which nobody has told the application yet. */
export function isPageFault(error: unknown): boolean {
  return !(error instanceof ORPCError) && errorKey(error) === 'unexpected'
}

/** True for a bug, the application's or the page's. */
export function isUnexpected(error: unknown): boolean {
  return readRefusal(error) === null && errorKey(error) === 'unexpected'
}

/** One plain sentence for an error, in the chosen language; `t` of any namespace will do. */
export function errorText(error: unknown, t: TFunction): string {
  const refusal = readRefusal(error)
  if (refusal !== null) return t(`refusals:${refusal.reason}`, refusal.detail)
  return t(`refusals:${errorKey(error)}`)
}

type ErrorKey = 'bad-request' | 'restarted' | 'unexpected' | 'no-connection' | 'file-unreadable'

function errorKey(error: unknown): ErrorKey {
  if (isUnanswered(error)) return 'no-connection'
  if (isUnreadableFile(error)) return 'file-unreadable'
  if (!(error instanceof ORPCError)) return 'unexpected'
  if (error.code === 'BAD_REQUEST') return 'bad-request'
  return error.code === 'UNAUTHORIZED' ? 'restarted' : 'unexpected'
}

/** A file that was chosen and is gone, locked or altered since: the browser says so as it reads it. */
const isUnreadableFile = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'NotReadableError' || error.name === 'NotFoundError')

const isDetail = (value: unknown): value is RefusalDetail =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((fact) => typeof fact === 'string' || typeof fact === 'number')
