import { ORPCError } from '@orpc/client'
import { isPassing } from '../../shared/api/refusal.ts'

/**
 * True where the application answered for good; false for no answer, and for answers that pass: too many requests, a
 * fault of the host, a full disk, a page that some other server sent.
 */
export function isAnswer(error: unknown): boolean {
  return (
    error instanceof ORPCError &&
    (error.code === 'BAD_REQUEST' || (error.code === 'REFUSED' && !isPassing(readReason(error))))
  )
}

export function isTooFast(error: unknown): boolean {
  return error instanceof ORPCError && error.code === 'TOO_MANY_REQUESTS'
}

export function isRoomOff(error: unknown): boolean {
  return ['room-off', 'no-workspace'].includes(readReason(error))
}

export function isEntryGone(error: unknown): boolean {
  return readReason(error) === 'device-unknown'
}

/** The refusal's stable reason; empty for anything else. */
export function readReason(error: unknown): string {
  const data: unknown = error instanceof ORPCError ? error.data : null
  return typeof data === 'object' && data !== null && 'reason' in data ? String(data.reason) : ''
}

/** How long the next code has to wait. */
export function readSeconds(error: unknown): number {
  return Number(readDetail(error, 'seconds') ?? 0)
}

/** True where the room ended because its session was locked. */
export function isSessionLocked(error: unknown): boolean {
  return readDetail(error, 'session') === 'locked'
}

function readDetail(error: unknown, name: string): unknown {
  const data: unknown = error instanceof ORPCError ? error.data : null
  if (typeof data !== 'object' || data === null || !('detail' in data)) return undefined
  const { detail } = data
  return typeof detail === 'object' && detail !== null ? new Map(Object.entries(detail)).get(name) : undefined
}
