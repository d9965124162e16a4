import { setTimeout as sleep } from 'node:timers/promises'

/** A call of the room that is asked again where it came too soon after others: its limits are another test's. */
export async function inTime<Answer extends { readonly status: number }>(call: () => Promise<Answer>): Promise<Answer> {
  let answer = await call()
  while (answer.status === 429) {
    await sleep(50)
    answer = await call()
  }
  return answer
}
