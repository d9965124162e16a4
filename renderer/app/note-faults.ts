import { ORPCError } from '@orpc/client'
import { client } from '../api/client.ts'
import { isClerkPage } from '../api/transport.ts'

/** Sends what nobody caught to the application, which writes it down. What the application answered is written there. */
export function noteFaults(): void {
  window.addEventListener('error', ({ error, message }) => noteFault(error ?? message))
  window.addEventListener('unhandledrejection', ({ reason }) => noteFault(reason))
}

/** Writes down a fault of the page; a clerk's laptop, whose host is another machine, keeps its own console. */
export function noteFault(fault: unknown): void {
  if (fault instanceof ORPCError || isClerkPage() || left === 0) return
  left -= 1
  const message = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault)
  const stack = fault instanceof Error ? (fault.stack ?? '') : ''
  // Where it cannot be sent either, the console has it.
  client.support.noteFault({ message: message.slice(0, longest), stack: stack.slice(0, longest) }).catch(() => {})
}

/** A page that fails without end says so this often. */
let left = 20

/** What the contract takes of each. */
const longest = 2000
