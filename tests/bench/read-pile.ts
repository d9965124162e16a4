import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { PaperReadEvent } from '../../shared/api/paper-ballots.ts'
import { newActId } from '../helpers/ballot-acts.ts'
import type { SamplePile } from '../paper-marks/sample-pile.ts'
import { median, percentile } from './bench-row.ts'
import { heldByChildren, workedByChildren } from './children.ts'

// A pile of scans read by the application, alone and while somebody keys.

/** Reads the pile as it is read while everybody waits for it. */
export async function readAlone({ client, sessionId }: SamplePile, pages: number) {
  await wait(afterKeys)
  const [start, worked, before] = [performance.now(), workedSoFar(), heldNow()]
  let peak = before
  for await (const event of await client.paperBallots.read({ sessionId })) {
    peak = Math.max(peak, heldNow())
    requireAllRead(event, pages)
  }
  return { took: performance.now() - start, worked: workedSoFar() - worked, before, peak: peak - before }
}

/** Milliseconds after which nobody is taken to key any more. */
const afterKeys = 5000

function requireAllRead(event: PaperReadEvent, pages: number): void {
  if (event.kind === 'done' && event.done !== pages) throw new Error(`${event.done} of ${pages} pages were read`)
}

/** Milliseconds between two keys, as nobody can. */
const betweenKeys = 20

/** Reads the pile while one ballot is keyed; before it keys at the same pace without. */
export async function readWhileKeying({ client, sessionId, record, keyed }: SamplePile, pages: number) {
  const [item] = record.items
  const member = record.members.findLast(({ code }) => keyed.has(`${item?.code}/${code}`))
  const place = { agendaItemId: item?.id ?? 0, memberId: member?.id ?? 0 }
  let seen: number | null = null
  const key = async (): Promise<number> => {
    const option: number | null = seen === null ? 0 : null
    const act = { ...place, round: 1, actId: newActId(), criterionIndex: 0, option, seen }
    const start = performance.now()
    await client.ballots.choose(act)
    seen = option
    return performance.now() - start
  }
  const keySomeTimes = async (): Promise<readonly number[]> => {
    const took: number[] = []
    while (took.length < 400) {
      took.push(await key())
      await wait(betweenKeys)
    }
    return took
  }
  const unread = workedSoFar()
  const idle = await keySomeTimes()
  const perKey = (workedSoFar() - unread) / idle.length
  const spinning = fork(join(import.meta.dirname, 'spin-child.ts'))
  await once(spinning, 'message')
  const beside = await keySomeTimes()
  spinning.disconnect()
  await once(spinning, 'exit')
  const busy: number[] = []
  const before = heldNow()
  const during = { isReading: true }
  let peak = 0
  const keying = (async () => {
    while (during.isReading) {
      busy.push(await key())
      peak = Math.max(peak, heldNow())
      await wait(betweenKeys)
    }
    if (seen !== null) await key()
  })()
  const [start, worked] = [performance.now(), workedSoFar()]
  for await (const event of await client.paperBallots.read({ sessionId })) {
    requireAllRead(event, pages)
  }
  const took = performance.now() - start
  const all = workedSoFar() - worked
  during.isReading = false
  await keying
  return {
    took,
    worked: all - perKey * busy.length,
    before,
    peak: peak - before,
    idle: percentile(idle, 0.99),
    busy: percentile(busy, 0.99),
    beside: percentile(beside, 0.99),
    middle: { idle: median(idle), busy: median(busy) },
  }
}

/** Milliseconds of the processor, those of readers that have ended with them. */
function workedSoFar(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000 + workedByChildren()
}

/** Megabytes. */
const heldNow = (): number => process.memoryUsage().rss / 1024 / 1024 + heldByChildren()
