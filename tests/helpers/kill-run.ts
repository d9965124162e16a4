import { setTimeout as wait } from 'node:timers/promises'
import type { CriteriaSet } from '../../shared/domain/criteria/criteria-set.ts'
import { listCriteria } from '../../shared/domain/criteria/form.ts'
import type { BallotChoices } from '../../shared/domain/scoring/types.ts'
import { seededRandom } from '../bench/seeded-random.ts'
import { newActId } from './ballot-acts.ts'
import { deliver } from './deliver.ts'
import { freePort } from './free-port.ts'
import type { TestDevice } from './room-device.ts'
import { enterAll, enterClerks, readLeftFile, roomFolder, startRoomProcess, type EnteredPhone } from './room-process.ts'

export type KillReport = {
  readonly kills: number
  /** Choices that the host acknowledged to a device. */
  readonly acknowledged: number
  /** Acknowledged choices that were not there after a restart, in words. */
  readonly lost: readonly string[]
  /** Restarts after which the audit chain did not verify. */
  readonly brokenChains: number
  /** Choices that a kill caught under way, sent again with their id after the restart. */
  readonly repeated: number
  readonly file: ReturnType<typeof readLeftFile>
}

type RunKillsInput = {
  readonly kills: number
  readonly devices: number
  /** Beside the devices: laptops of clerks, at most two, each with a member's ballots to key. */
  readonly laptops?: number
  readonly products: number
  readonly seed: number
}

/**
 * Kills the host (SIGKILL) at random points while devices score without a pause, starts it again on the same file and
 * port, and asks every device for everything that was acknowledged to it. The devices then go on with the rights that
 * they have, each repeating what it did not hear of.
 */
export async function runKills({ kills, devices, laptops = 0, products, seed }: RunKillsInput): Promise<KillReport> {
  using folder = roomFolder()
  const random = seededRandom(seed)
  const where = { folder: folder.path, members: devices + laptops, products, port: await freePort() }
  let room = await startRoomProcess(where)
  const gate = openGate()
  const phones = await enterAll(room)
  const clerks = await enterClerks(room)
  // Those members whose phones stay in the pocket hand in paper.
  const pens = phones.map((phone, place) => penOf(phone, clerks[place - devices]))
  const scorers = await Promise.all(pens.map((pen) => startScoring({ pen, gate, random })))
  const lost: string[] = []
  let brokenChains = 0
  for (let kill = 0; kill < kills; kill += 1) {
    await wait(random() * 250)
    await room.end('SIGKILL')
    gate.close()
    room = await startRoomProcess(where)
    if (!room.isIntact) brokenChains += 1
    for (const scorer of scorers) lost.push(...(await scorer.findLost()).map((what) => `kill ${kill + 1}: ${what}`))
    gate.open()
  }
  const done = await Promise.all(scorers.map((scorer) => scorer.stop()))
  for (const device of [...phones, ...clerks]) device[Symbol.dispose]()
  await room.end('SIGTERM')
  return {
    kills,
    acknowledged: sum(done.map(({ acknowledged }) => acknowledged)),
    repeated: sum(done.map(({ repeated }) => repeated)),
    lost,
    brokenChains,
    file: readLeftFile(folder.path),
  }
}

type Gate = ReturnType<typeof openGate>

/** Devices wait at it while the file is compared with what they heard. */
function openGate() {
  let passage = Promise.withResolvers<void>()
  passage.resolve()
  return {
    pass: () => passage.promise,
    close: () => {
      passage = Promise.withResolvers<void>()
    },
    open: () => passage.resolve(),
  }
}

type Choice = { readonly agendaItemId: number; readonly criterionIndex: number; readonly option: number }

/** How one member's ballots are written and read back. */
type Pen = {
  readonly itemIds: readonly number[]
  readonly form: (agendaItemId: number) => Promise<CriteriaSet>
  readonly choose: (act: Choice & { round: number; actId: string; seen: number | null }) => Promise<unknown>
  readonly choicesOf: (agendaItemId: number) => Promise<BallotChoices>
}

/** The member's own phone, or the laptop of the clerk who keys the member's paper. */
function penOf({ client, memberId, itemIds }: EnteredPhone, laptop: TestDevice | undefined): Pen {
  if (laptop === undefined) {
    const choicesOf = async (agendaItemId: number) => (await client.ballot({ agendaItemId })).choices
    return { itemIds, form: (agendaItemId) => client.form({ agendaItemId }), choose: client.choose, choicesOf }
  }
  const { ballots, rules } = laptop.clerk
  return {
    itemIds,
    form: (agendaItemId) => rules.itemForm({ agendaItemId }),
    choose: (act) => ballots.choose({ ...act, memberId }),
    choicesOf: async (agendaItemId) => (await ballots.get({ agendaItemId, memberId })).choices,
  }
}

/** A pen that changes one choice after another, each to something else, and remembers what was acknowledged. */
async function startScoring(parts: { readonly pen: Pen; readonly gate: Gate; readonly random: () => number }) {
  const { pen, gate, random } = parts
  const { itemIds } = pen
  const criteria = listCriteria(await pen.form(itemIds[0] as number))
  const heard = new Map<string, Choice>()
  const state = { isStopped: false, acknowledged: 0, repeated: 0, underWay: null as Choice | null }
  const scoring = (async () => {
    while (!state.isStopped) {
      const agendaItemId = itemIds[Math.floor(random() * itemIds.length)] as number
      const criterionIndex = Math.floor(random() * criteria.length)
      const before = heard.get(keyOf({ agendaItemId, criterionIndex }))?.option ?? null
      const options = criteria[criterionIndex]?.criterion.options.length ?? 0
      const option = before === null ? 0 : (before + 1) % (options + 1)
      const choice = { agendaItemId, criterionIndex, option }
      state.underWay = choice
      let tries = 0
      const act = { ...choice, round: 1, actId: newActId(), seen: before }
      const send = () => {
        tries += 1
        return pen.choose(act)
      }
      await deliver(send, gate.pass)
      heard.set(keyOf(choice), choice)
      state.underWay = null
      state.acknowledged += 1
      if (tries > 1) state.repeated += 1
    }
  })()
  const findLost = async (): Promise<readonly string[]> => {
    const ballots = new Map<number, BallotChoices>()
    for (const itemId of itemIds) ballots.set(itemId, await deliver(() => pen.choicesOf(itemId)))
    return [...heard.values()].flatMap((choice) => {
      const kept = ballots.get(choice.agendaItemId)?.[choice.criterionIndex]
      // What was under way may be there already, or not yet.
      const { underWay } = state
      const isMoved = underWay !== null && keyOf(underWay) === keyOf(choice) && kept === underWay.option
      return kept === choice.option || isMoved
        ? []
        : [`${keyOf(choice)} is ${kept}, was acknowledged as ${choice.option}`]
    })
  }
  const stop = async () => {
    state.isStopped = true
    await scoring
    return state
  }
  return { findLost, stop }
}

const keyOf = ({ agendaItemId, criterionIndex }: Omit<Choice, 'option'>): string =>
  `product ${agendaItemId}, criterion ${criterionIndex}`

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
