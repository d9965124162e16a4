import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { BuildTarget } from './build.ts'
import { currentSources, isBuilt } from './build-stamp.ts'

const root = join(import.meta.dirname, '..')

/**
 * Builds those of the bundles that are missing or older than their sources. One process builds at a time: the others
 * wait and find the work done.
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
    if (status !== 0) throw new Error(`build failed\n${stdout}${stderr}`)
  } finally {
    release()
  }
}

function staleOf(targets: readonly BuildTarget[]): readonly BuildTarget[] {
  const sources = currentSources(root)
  return targets.filter((target) => !isBuilt({ root, target, sources }))
}

const lock = join(root, 'out', '.building')
/** A build takes seconds; a lock this old was left by a process that was killed. In milliseconds. */
const abandonedAfter = 120_000

async function takeLock(): Promise<() => void> {
  mkdirSync(join(root, 'out'), { recursive: true })
  for (;;) {
    try {
      mkdirSync(lock)
      return () => rmSync(lock, { recursive: true, force: true })
    } catch {
      const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
      if (Date.now() - since > abandonedAfter) rmSync(lock, { recursive: true, force: true })
      await wait(100)
    }
  }
}
