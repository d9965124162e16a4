import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median, milliseconds, type BenchRow } from './bench-row.ts'
import { devices, journals, type Journal, type JournalTimes } from './journals.ts'
import { findTool, readTool } from './run-tool.ts'

type Disk = { readonly name: string; readonly rounds: number; readonly library: string | null }

/**
 * A choice's transaction, alone and as fifteen devices share one, with the journal that every file has against the three
 * others, each at `synchronous=FULL` under a held lock, in turns; on this disk, and where each wait for it is ten
 * milliseconds longer (decision 25).
 */
export function runJournalBench(): readonly BenchRow[] {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  try {
    const slow = slowDisk(folder)
    return [
      ...rowsOf({ name: 'this disk', rounds: 300, library: null }, join(folder, 'this')),
      ...(slow === null
        ? [{ ...noFigure, name: 'one choice, slow disk', skipped: 'no C compiler, or not on Linux' }]
        : rowsOf({ name: 'slow disk', rounds: 30, library: slow }, join(folder, 'slow'))),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const noFigure = { value: '', against: '', ratio: null, aim: '' }

/** Path of the library that makes waiting for the disk longer; null where it cannot be made. */
function slowDisk(folder: string): string | null {
  const library = join(folder, 'slow-disk.so')
  const args = ['-shared', '-fPIC', '-o', library, join(import.meta.dirname, 'slow-disk.c'), '-ldl']
  return process.platform === 'linux' && findTool(['cc'], args) !== null ? library : null
}

function rowsOf({ name, rounds, library }: Disk, folder: string): readonly BenchRow[] {
  const env = { ...process.env, ...(library !== null && { LD_PRELOAD: library }) }
  const child = join(import.meta.dirname, 'journal-child.ts')
  const printed = readTool(process.execPath, [child, folder, String(rounds)], env)
  const times = JSON.parse(printed) as Readonly<Record<Journal, JournalTimes>>
  return (['alone', 'shared'] as const).map((how) => {
    const [ours = Number.NaN, persist = Number.NaN, remove = Number.NaN, log = Number.NaN] = journals.map((journal) =>
      median(times[journal][how]),
    )
    const told = (theirs: number) => `${milliseconds(theirs)} (${(ours / theirs).toFixed(2)})`
    return {
      name: how === 'alone' ? `one choice, ${name}` : `${devices} devices' choices in one commit, ${name}`,
      value: milliseconds(ours),
      against: `a log (WAL): ${milliseconds(log)}`,
      ratio: ours / log,
      aim: '',
      note: `against PERSIST ${told(persist)}, DELETE ${told(remove)}`,
    }
  })
}
