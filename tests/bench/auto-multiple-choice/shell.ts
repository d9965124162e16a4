import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** What of auto-multiple-choice finds the discs of a scanned sheet and measures its boxes (Debian: auto-multiple-choice). */
export const detector = '/usr/libexec/AMC/exec/AMC-detect'

export function hasAutoMultipleChoice(): boolean {
  return existsSync(detector)
}

type Ran = {
  readonly said: string
  /** Milliseconds of the processor in all that the script started and waited for. */
  readonly worked: number
  /** Milliseconds on the clock. */
  readonly took: number
}

/**
 * Runs a script of the shell with its settings, and what it puts aside for a while, in a folder.
 *
 * @throws Error with the end of all that it said where it fails
 */
export function runShell(folder: string, script: string): Ran {
  const env = { ...process.env, HOME: folder, TMPDIR: folder }
  const options = { encoding: 'utf8', env, cwd: folder, maxBuffer: 2 ** 26 } as const
  const start = performance.now()
  const { status, error, stdout, stderr } = spawnSync('sh', ['-c', `set -e\n${script}\ntimes`], options)
  const took = performance.now() - start
  if (status !== 0)
    throw error ?? new Error(`auto-multiple-choice ended with ${status}: ${`${stdout}${stderr}`.slice(-2000)}`)
  // The shell's own times, then those of its children: minutes and seconds, as the user and in the system.
  const seconds = [...(stdout.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, rest]) => Number(minutes) * 60 + Number(rest),
  )
  return { said: stdout, worked: seconds.reduce((sum, each) => sum + each, 0) * 1000, took }
}
