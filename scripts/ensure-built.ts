import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { BuildFailed } from './build-failed.ts'
import { buildLock, giveBack, handOver, takeLock } from './build-lock.ts'
import type { BuildTarget } from './build.ts'
import { currentSources, isBuilt } from './build-stamp.ts'

const root = join(import.meta.dirname, '..')

/**
 * Builds those of the bundles that are missing or older than their sources. One process builds at a time: the others
 * wait and find the work done.
 *
 * @throws BuildFailed; the file system's own error where `out` cannot be written
 */
export async function ensureBuilt(targets: readonly BuildTarget[], onBuild: () => void = () => {}): Promise<void> {
  if (staleOf(targets).length === 0) return
  await takeLock(buildLock)
  try {
    const stale = staleOf(targets)
    if (stale.length === 0) return
    onBuild()
    await runBuilder(stale)
  } finally {
    giveBack(buildLock, process.pid)
  }
}

function staleOf(targets: readonly BuildTarget[]): readonly BuildTarget[] {
  const sources = currentSources(root)
  return targets.filter((target) => !isBuilt({ root, target, sources }))
}

/** Runs the builder, which holds the lock itself: it goes on when this process is killed, and others wait for it. */
async function runBuilder(stale: readonly BuildTarget[]): Promise<void> {
  // In a process of its own: the bundlers want the working directory and production settings for themselves.
  const args = [join(root, 'scripts', 'build.ts'), ...stale.map((target) => `--only=${target}`)]
  const env = { ...process.env, OCOP_DEBUG: '1' }
  const builder = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  if (builder.pid !== undefined) handOver(buildLock, builder.pid)
  try {
    let said = ''
    for (const stream of [builder.stdout, builder.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
    }
    const [status] = await once(builder, 'close')
    if (status !== 0) throw new BuildFailed(`build failed\n${said}`)
  } finally {
    if (builder.pid !== undefined) giveBack(buildLock, builder.pid)
  }
}
