import { setTimeout as wait } from 'node:timers/promises'
import { listCriteria } from '../../shared/domain/criteria/form.ts'
import { newActId } from './ballot-acts.ts'
import { deliver } from './deliver.ts'
import { freePort } from './free-port.ts'
import type { TestDevice } from './room-device.ts'
import { enterAll, readLeftFile, roomFolder, startRoomProcess } from './room-process.ts'

export type ManyDevicesReport = {
  /** Milliseconds from a choice sent to its acknowledgement. */
  readonly choices: readonly number[]
  readonly submissions: readonly number[]
  readonly seconds: number
  /** The file once everybody was done. */
  readonly file: ReturnType<typeof readLeftFile>
  readonly expected: { readonly choices: number; readonly submissions: number }
}

/**
 * Devices that score every product at the same time, each one choice after the other, then submit all ballots at once;
 * against the application in a process of its own.
 *
 * @param perSecond Choices a second of each device; as fast as they are acknowledged, unless told.
 */
export async function runManyDevices({
  devices: members,
  products,
  perSecond = Number.POSITIVE_INFINITY,
}: {
  readonly devices: number
  readonly products: number
  readonly perSecond?: number
}): Promise<ManyDevicesReport> {
  using folder = roomFolder()
  const room = await startRoomProcess({ folder: folder.path, members, products, port: await freePort() })
  const devices = await enterAll(room)
  const began = performance.now()
  const scored = await Promise.all(
    devices.map(async (device, index) => {
      // Nobody taps in step with the others.
      if (perSecond < Number.POSITIVE_INFINITY) await wait((index / members) * (1000 / perSecond))
      return scoreAll({ device, perSecond })
    }),
  )
  const submissions = await Promise.all(scored.flatMap(({ ballots }) => ballots.map((submit) => timed(submit))))
  const seconds = (performance.now() - began) / 1000
  for (const device of devices) device[Symbol.dispose]()
  await room.end('SIGTERM')
  const choices = scored.flatMap(({ took }) => took)
  const expected = { choices: choices.length, submissions: members * products }
  return { choices, submissions, seconds, file: readLeftFile(folder.path), expected }
}

/** Answers every criterion of every product and what remains to be done: the submission of each ballot. */
async function scoreAll({
  device: { client, itemIds },
  perSecond,
}: {
  readonly device: TestDevice & { readonly itemIds: readonly number[] }
  readonly perSecond: number
}): Promise<{ readonly took: readonly number[]; readonly ballots: readonly (() => Promise<unknown>)[] }> {
  const [first] = itemIds
  const criteria = first === undefined ? [] : listCriteria(await client.form({ agendaItemId: first }))
  const began = performance.now()
  const took: number[] = []
  const ballots: (() => Promise<unknown>)[] = []
  for (const agendaItemId of itemIds) {
    const choices = criteria.map((_, row) => (agendaItemId + row) % 2)
    for (const [criterionIndex, option] of choices.entries()) {
      const due = began + (took.length / perSecond) * 1000
      if (due > performance.now()) await wait(due - performance.now())
      const act = { agendaItemId, round: 1, actId: newActId(), criterionIndex, option, seen: null }
      took.push(await timed(() => client.choose(act)))
    }
    const submission = { agendaItemId, round: 1, actId: newActId(), seen: choices }
    ballots.push(() => client.confirm(submission))
  }
  return { took, ballots }
}

/** Milliseconds until it was acknowledged, waits for "too many requests" included. */
async function timed(send: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await deliver(send)
  return performance.now() - began
}
