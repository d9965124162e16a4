import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { BuildTarget } from './build.ts'
import { currentSources, isBuilt } from './build-stamp.ts'
import { isRunning } from './is-running.ts'

const root = join(import.meta.dirname, '..')

/**
 * Builds those of the bundles that are missing or older than their sources. One process builds at a time: the others
 * wait and find the work done.
 *
 * @throws BuildFailed; the file system's own error where `out` cannot be written
 */
export async function ensureBuilt(targets: readonly BuildTarget[], onBuild: () => void = () => {}): Promise<void> {
  if (staleOf(targets).length === 0) return
  const release = await takeLock()
  try {
    const stale = staleOf(targets)
    if (stale.length === 0) return
    onBuild()
    // In a process of its own: the bundlers want the working directory and production settings for themselves.
    const args = [join(root, 'scripts', 'build.ts'), ...stale.map((target) => `--only=${target}`)]
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
    if (status !== 0) throw new BuildFailed(`build failed\n${stdout}${stderr}`)
  } finally {
    release()
  }
}

/** The message holds what the bundlers said. */
export class BuildFailed extends Error {}

function staleOf(targets: readonly BuildTarget[]): readonly BuildTarget[] {
  const sources = currentSources(root)
  return targets.filter((target) => !isBuilt({ root, target, sources }))
}

const lock = join(root, 'out', '.building')
/** A build takes seconds; a lock this old was left behind. In milliseconds. */
const abandonedAfter = 120_000

async function takeLock(): Promise<() => void> {
  mkdirSync(join(root, 'out'), { recursive: true })
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return () => rmSync(lock, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      if (isAbandoned()) rmSync(lock, { recursive: true, force: true })
      else await wait(100)
    }
  }
}

/** Whoever builds may be stopped by Ctrl+C and leave the lock. */
function isAbandoned(): boolean {
  try {
    const owner = readFileSync(lock, 'utf8')
    return Date.now() - statSync(lock).mtimeMs > abandonedAfter || (owner !== '' && !isRunning(Number(owner)))
  } catch {
    // Given back meanwhile.
    return false
  }
}
