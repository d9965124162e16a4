import { textTable } from '../helpers/text-table.ts'

export type CrashReport = {
  kills: number
  acknowledged: number
  readonly phases: Map<string, KilledPhase>
  /** Commands that were acknowledged, or found done after a kill. */
  readonly reached: Set<string>
  readonly lost: string[]
  readonly doubled: string[]
  /** Rows that are neither as before a command nor as it tells. */
  readonly halves: string[]
  readonly neverOpen: string[]
  readonly notIntact: string[]
  /** A round that could not go on, and why. */
  readonly cutShort: string[]
  /** On the program's error output. */
  readonly said: string[]
}

type KilledPhase = {
  kills: number
  /** Of them, before the answer came. */
  underWay: number
  /** Of those, found done in the file. */
  doneUnheard: number
}

export function emptyCrashReport(): CrashReport {
  const lists = { lost: [], doubled: [], halves: [], neverOpen: [], notIntact: [], cutShort: [], said: [] }
  return { kills: 0, acknowledged: 0, phases: new Map(), reached: new Set(), ...lists }
}

export function phaseOf({ phases }: CrashReport, name: string): KilledPhase {
  const phase = phases.get(name) ?? { kills: 0, underWay: 0, doneUnheard: 0 }
  phases.set(name, phase)
  return phase
}

/** What went wrong, in words; empty where everything held. */
export function faultsOf({ lost, doubled, halves, neverOpen, notIntact, cutShort }: CrashReport): readonly string[] {
  return Object.entries({ lost, doubled, halves, neverOpen, notIntact, cutShort }).flatMap(([kind, found]) =>
    found.map((what) => `${kind}: ${what}`),
  )
}

export function crashTable(report: CrashReport): string {
  const rows = [...report.phases].map(([name, { kills, underWay, doneUnheard }]) => [
    name,
    ...[kills, underWay, doneUnheard].map(String),
  ])
  const { kills, acknowledged, lost, doubled, halves, neverOpen, notIntact } = report
  const totals = [
    ['kills', kills],
    ['acknowledged', acknowledged],
    ['lost', lost.length],
    ['doubled', doubled.length],
    ['half written', halves.length],
    ['files that never open', neverOpen.length],
    ['found not intact', notIntact.length],
  ].map((row) => row.map(String))
  return [
    textTable(['killed in', 'kills', 'before the answer', 'done all the same'], rows),
    textTable([], totals),
  ].join('\n\n')
}
