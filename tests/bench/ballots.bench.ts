import { join } from 'node:path'
import { median, milliseconds, type BenchRow } from './bench-row.ts'
import { readTool } from './run-tool.ts'

const products = 60
const members = 11
const runs = 3

/** Node lets young objects take up to 192 MB before it looks which are dead; a worker can be held to 48, as here. */
const youngObjects = '--max-semi-space-size=16'

type ChildRun = {
  /** Milliseconds that the thread worked, and with those that the engine compiled and collected beside it. */
  readonly time: number
  readonly withHelpers: number
  readonly peakMegabytes: number
  readonly kilobytes: number
  readonly longest: number
}

/** Packs of ballots whose pages are laid out once a form, against the same ballots laid out one by one. */
export function runBallotsBench(): readonly BenchRow[] {
  return (['blank', 'filled'] as const).flatMap((kind) => {
    const [shared, alone]: [ChildRun[], ChildRun[]] = [[], []]
    for (let run = 0; run < runs; run += 1) {
      alone.push(child('alone', kind))
      shared.push(child('shared', kind))
    }
    return rowsOf({ name: `${kind} ballots of ${products} products × ${members} members`, kind, shared, alone })
  })
}

function child(way: 'shared' | 'alone', kind: 'blank' | 'filled'): ChildRun {
  const file = join(import.meta.dirname, 'ballots-child.ts')
  const printed = readTool(process.execPath, [youngObjects, file, way, kind, String(products), String(members)])
  return JSON.parse(printed) as ChildRun
}

type RowsOfInput = {
  name: string
  kind: 'blank' | 'filled'
  shared: readonly ChildRun[]
  alone: readonly ChildRun[]
}

function rowsOf({ name, kind, shared, alone }: RowsOfInput): readonly BenchRow[] {
  const of = (fact: keyof ChildRun, among: readonly ChildRun[]) => median(among.map((run) => run[fact]))
  const both = (fact: keyof ChildRun) => `${milliseconds(of(fact, shared))}, alone ${milliseconds(of(fact, alone))}`
  const time = { ours: of('time', shared), theirs: of('time', alone) }
  const memory = { ours: of('peakMegabytes', shared), theirs: of('peakMegabytes', alone) }
  const size = { ours: of('kilobytes', shared), theirs: of('kilobytes', alone) }
  return [
    {
      name: `${name}, time of its thread`,
      value: milliseconds(time.ours),
      against: `each laid out alone: ${milliseconds(time.theirs)}`,
      ratio: time.theirs / time.ours,
      aim: kind === 'blank' ? '≥ 6 times as fast' : '',
      note: `with the engine's own threads ${both('withHelpers')}; longest stretch ${both('longest')}`,
    },
    {
      name: `${name}, peak memory of the process`,
      value: `${memory.ours} MB`,
      against: `each laid out alone: ${memory.theirs} MB`,
      ratio: memory.ours / memory.theirs,
      aim: kind === 'blank' ? '≤ 300 MB' : '',
      note: 'with 48 MB for young objects',
    },
    {
      name: `${name}, size of the file`,
      value: `${size.ours} kB`,
      against: `each laid out alone: ${size.theirs} kB`,
      ratio: size.ours / size.theirs,
      aim: '≤ 1',
    },
  ]
}
