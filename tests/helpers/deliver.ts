import { setTimeout as wait } from 'node:timers/promises'
import { ORPCError } from '@orpc/client'

/**
 * What a device does with one act until it is acknowledged: sends it again, with the same id, after a broken connection,
 * a host that is gone, or "too many requests". Refusals come out.
 *
 * @param mayTry Answers when the next try may go out; at once, unless told.
 */
export async function deliver<Answer>(
  send: () => Promise<Answer>,
  mayTry: () => Promise<void> = async () => {},
): Promise<Answer> {
  for (;;) {
    await mayTry()
    try {
      return await send()
    } catch (error) {
      if (error instanceof ORPCError && error.status !== 429) throw error
      await wait(error instanceof ORPCError ? 250 : 10)
    }
  }
}
