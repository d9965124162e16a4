import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { seededRandom } from '../bench/seeded-random.ts'
import type { Act, Stage } from './act.ts'
import { emptyCrashReport, phaseOf, type CrashReport } from './crash-report.ts'
import { wholeCycle } from './cycle/whole-cycle.ts'
import { auditOf, differencesBetween } from './left-file.ts'
import { filesIn, openFile, startProgram, type Program } from './program.ts'

type CrashRun = {
  readonly kills: number
  readonly seed: number
  /** Kinds of acts of which each is killed once before any is killed again; one in so many is, in a shorter run. */
  readonly spread?: number
  /** Kills in acts of such a phase alone. */
  readonly only?: RegExp
}

/**
 * Kills the compiled program at random points of every kind of act that writes, starts it again on the same folder, and
 * compares the file with what had been acknowledged. It goes through all acts as often as the kills need.
 */
export async function runCrashes({ kills, seed, spread = 1, only = /./ }: CrashRun): Promise<CrashReport> {
  const folder = mkdtempSync(join(tmpdir(), 'ocop ngắt điện '))
  const random = seededRandom(seed)
  const report = emptyCrashReport()
  const took = new Map<string, number>()
  try {
    for (let cycle = 1; cycle === 1 || (report.kills < kills && report.cutShort.length === 0); cycle += 1) {
      const dataFolder = join(folder, `máy ${cycle}`)
      mkdirSync(dataFolder)
      const program = await startProgram({ dataFolder })
      const met = new Set<string>()
      try {
        const round = beginRound({ program, dataFolder, cycle, report, took })
        for await (const act of wholeCycle(round.stage)) {
          const isFirst = !met.has(act.phase)
          met.add(act.phase)
          const isInTurn = (met.size + cycle + seed) % spread === 0 && only.test(act.phase)
          const isDue = isFirst && isInTurn && report.kills < kills
          await (isDue ? round.killed(act, random) : round.whole(act))
        }
        await round.compare()
      } catch (error) {
        report.cutShort.push(`round ${cycle}, ${[...met].at(-1)}: ${String(error)}`)
      } finally {
        await program.stop()
      }
      report.said.push(...program.said)
      rmSync(dataFolder, { recursive: true })
    }
    return report
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Round = {
  readonly program: Program
  readonly dataFolder: string
  readonly cycle: number
  readonly report: CrashReport
  /** Milliseconds that an act of each phase took last. */
  readonly took: Map<string, number>
}

function beginRound({ program, dataFolder, cycle, report, took }: Round) {
  const { client } = program
  /** Commands that were acknowledged in the open file, in order: its audit is to be the same. */
  let audit: readonly string[] = []
  let path = ''
  const stage: Stage = { client, dataFolder, cycle, audit: () => audit, resume: async () => [] }

  /** The act is answered: from here on the file has to hold it. */
  const whole = async (act: Act): Promise<void> => {
    const before = filesIn(dataFolder)
    if (act.opens !== undefined && path !== '') await compare()
    const began = performance.now()
    await Promise.all(act.sends.map((send) => send()))
    took.set(act.phase, performance.now() - began)
    await acknowledged(act, before)
  }

  /** What is open tells of everything that was acknowledged, once. */
  const compare = async (): Promise<void> => {
    const found = await auditOf(client)
    if (found.length > audit.length) report.doubled.push(`round ${cycle}: ${found.length - audit.length} events more`)
    else if (!same(found, audit)) report.lost.push(`round ${cycle}: ${audit.length - found.length} events fewer`)
  }

  const acknowledged = async (act: Act, before: readonly string[]): Promise<void> => {
    report.acknowledged += act.sends.length
    if (act.opens !== undefined) path = newIn(dataFolder, before) ?? path
    if (act.opens !== undefined) audit = (await auditOf(client)).slice(0, act.opens.past)
    audit = act.audit ?? [...audit, ...act.tells]
    for (const name of act.tells) report.reached.add(name)
  }

  const killed = async (act: Act, random: () => number): Promise<void> => {
    const phase = phaseOf(report, act.phase)
    const about = `round ${cycle}, ${act.phase}`
    const lose = (what: string) => void report.lost.push(`${about}: ${what}`)
    const before = filesIn(dataFolder)
    const copy = join(dataFolder, '..', 'trước khi ngắt.sqlite')
    if (path !== '') copyFileSync(path, copy)
    let answered = 0
    let failure: unknown = null
    const sent = act.sends.map((send) =>
      send().then(
        () => void (answered += 1),
        (error: unknown) => void (failure ??= error),
      ),
    )
    await wait(random() * 1.3 * (took.get(act.phase) ?? firstGuess))
    const heard = answered
    await program.kill()
    await Promise.all(sent)
    // Answered before the process was gone is answered.
    answered = Math.max(answered, heard)
    report.kills += 1
    phase.kills += 1
    if (answered < act.sends.length) phase.underWay += 1
    if (failure !== null && isRefusal(failure)) throw failure

    await program.start()
    const made = act.opens === undefined ? null : newIn(dataFolder, before)
    const left = made ?? path
    if (left === '') return whole(act)
    try {
      await openFile(program, left)
    } catch (error) {
      report.neverOpen.push(`${about}: ${String(error)}`)
      throw error
    }
    const resumed = await stage.resume()
    const integrity = await client.workspace.checkIntegrity().catch(() => null)
    if (integrity?.isIntact === false) report.notIntact.push(`${about}: ${JSON.stringify(integrity.faults[0])}`)
    const found = await auditOf(client)
    const past = made === null ? audit : found.slice(0, act.opens?.past)
    const after = act.audit ?? [...past, ...act.tells]
    const kept = found.slice(0, found.length - resumed.length)
    const isDone = same(kept, after)
    const isUntouched = same(kept, past) && made === null
    const done = kept.length - past.length
    if (isDone && answered < act.sends.length) phase.doneUnheard += 1
    if (!isDone && answered === act.sends.length) lose('acknowledged, and the audit does not tell of it')
    else if (!isDone && !isUntouched) {
      const isPart = done >= answered && done <= act.tells.length && same(kept, after.slice(0, kept.length))
      if (!isPart) lose(`the audit is none that was acknowledged: ${kept.slice(-5).join(', ')}`)
    }
    if (path !== '' && made === null && act.audit === undefined) {
      const news = differencesBetween({ before: copy, now: left })
      if (news.length > 0) report.halves.push(`${about}: ${JSON.stringify(news[0])}`)
    }
    path = left
    audit = [...past, ...resumed]
    if (isDone && act.isRepeatable === undefined) {
      audit = [...after, ...resumed]
      report.acknowledged += act.sends.length
      for (const name of act.tells) report.reached.add(name)
    } else if (act.isRepeatable) {
      await Promise.all(act.sends.map((send) => send()))
      audit = [...kept, ...resumed, ...act.tells.slice(done)]
      report.acknowledged += act.sends.length
      const now = await auditOf(client)
      if (now.length > audit.length) report.doubled.push(`${about}: ${now.length - audit.length} events too many`)
      if (now.length < audit.length) lose(`${audit.length - now.length} events too few after it was sent again`)
      for (const name of act.tells) report.reached.add(name)
    } else await whole(act)
    if (act.holds !== undefined && !(await act.holds())) lose('what was acknowledged is not read back')
  }
  return { stage, whole, killed, compare }
}

/** Milliseconds, for what was not done before. */
const firstGuess = 40

function newIn(dataFolder: string, before: readonly string[]): string | null {
  return filesIn(dataFolder).find((path) => !before.includes(path)) ?? null
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name, place) => name === other[place])

const isRefusal = (error: unknown): boolean => error instanceof Error && 'data' in error && error.data !== undefined
