import { fork } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from '../../scripts/ensure-built.ts'
import { openCalls } from '../helpers/ipc-calls.ts'
import { median, milliseconds, type BenchRow } from './bench-row.ts'

const runs = 10
const root = join(import.meta.dirname, '../..')
const standIn = join(import.meta.dirname, '../helpers/electron-stand-in')

/** The least that shows a window. */
const bareMain = `import { app, BrowserWindow } from 'electron'
await app.whenReady()
new BrowserWindow({}).loadURL('app://ocop/')`

type Start = {
  /** Milliseconds. */
  readonly took: number
  /** Milliseconds of processor time of all threads of the process. */
  readonly work: number
}

/**
 * The compiled main from its start to the window that is told to show the page, against a main that does nothing else,
 * both against the stand-in for Electron and in turns; scripts are compiled by a run before.
 */
export async function runStartBench(): Promise<readonly BenchRow[]> {
  await ensureBuilt(['main', 'preload', 'renderer', 'room'])
  const folder = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  mkdirSync(join(folder, 'bare', 'main'), { recursive: true })
  writeFileSync(join(folder, 'bare', 'main', 'index.js'), bareMain)
  writeFileSync(join(folder, 'bare', 'package.json'), '{"type":"module"}')
  const [ours, bare]: [Start[], Start[]] = [[], []]
  try {
    for (let run = 0; run <= runs; run += 1) {
      const theirs = await startOnce(join(folder, 'bare'), folder)
      const own = await startOnce(join(root, 'out'), folder)
      if (run === 0) continue
      bare.push(theirs)
      ours.push(own)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const row = (name: string, of: (start: Start) => number): BenchRow => {
    const [mine, theirs] = [median(ours.map(of)), median(bare.map(of))]
    return {
      name,
      value: milliseconds(mine),
      against: `a main that only shows a window: ${milliseconds(theirs)}`,
      ratio: mine / theirs,
      aim: '',
      note: `median of ${runs} starts, least ${milliseconds(Math.min(...ours.map(of)))}`,
    }
  }
  return [
    row('main from its start to the first window, processor time', ({ work }) => work),
    row('main from its start to the first window', ({ took }) => took),
  ]
}

async function startOnce(out: string, folder: string): Promise<Start> {
  const began = performance.now()
  const child = fork(join(standIn, 'run-window.ts'), [out], {
    execArgv: ['--import', pathToFileURL(join(standIn, 'register.ts')).href],
    env: {
      ...process.env,
      OCOP_DATA: join(folder, 'data'),
      STAND_IN_APP_PATH: root,
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const shown = Promise.withResolvers<number>()
  const { call } = openCalls(child, { load: () => shown.resolve(performance.now() - began) })
  child.once('exit', (code) => shown.reject(new Error(`main ended with code ${code}`)))
  try {
    const took = await shown.promise
    const { user, system } = await call<NodeJS.CpuUsage>('evaluate', '() => process.cpuUsage()')
    return { took, work: (user + system) / 1000 }
  } finally {
    child.kill('SIGKILL')
  }
}
