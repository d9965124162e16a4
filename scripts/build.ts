import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { resolveConfig } from 'electron-vite'
import { build as buildBundle } from 'vite'
import { roomPage } from '../electron.vite.config.ts'
import { buildLock, giveBack } from './build-lock.ts'
import { currentSources, writeStamp } from './build-stamp.ts'
import { BuildFailed } from './build-failed.ts'
import { takeBundleLicences, writeLicences } from './licences.ts'
import { endWithProblem } from './say-problem.ts'

export const buildTargets = ['main', 'preload', 'renderer', 'room'] as const
export type BuildTarget = (typeof buildTargets)[number]

const root = join(import.meta.dirname, '..')

/** Builds the named bundles into `out/` and stamps each with the sources that it was made from. */
export async function build(targets: readonly BuildTarget[]): Promise<void> {
  // electron-vite reads package.json from the working directory and picks production defaults from this variable.
  process.chdir(root)
  process.env['NODE_ENV_ELECTRON_VITE'] = 'production'
  process.env['NODE_ENV'] ??= 'production'
  const sources = currentSources(root)
  const { config } = await resolveConfig({ root, logLevel: 'warn' }, 'build', 'production')
  for (const target of targets) {
    const bundle = target === 'room' ? { ...roomPage, logLevel: 'warn' as const } : config?.[target]
    if (bundle === undefined) throw new Error(`electron.vite.config.ts has no ${target}`)
    await buildBundle(bundle)
    if (!existsSync(join(root, 'out', target))) throw new Error(`out/${target} was not written`)
    checkSyntax(join(root, 'out', target))
    takeBundleLicences({ root, target })
    writeStamp({ root, target, sources })
  }
  writeLicences(root)
}

/**
 * Every script of a bundle parses. A bundler can write one that does not, and a lazy chunk is met only by whoever first
 * asks for what it holds.
 */
function checkSyntax(folder: string): void {
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.[cm]?js$/.test(name))
  for (const script of scripts) {
    const { status, stderr } = spawnSync(process.execPath, ['--check', join(folder, script)], { encoding: 'utf8' })
    if (status !== 0) throw new Error(`${script} does not parse\n${stderr}`)
  }
}

function buildFailed(error: unknown): BuildFailed {
  return new BuildFailed(error instanceof Error ? error.message : String(error), { cause: error })
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } })
  const wanted = values.only ?? [...buildTargets]
  const targets = buildTargets.filter((target) => wanted.includes(target))
  const started = performance.now()
  // Before this process ends, so that nobody finds a lock whose owner is gone.
  process.once('exit', () => giveBack(buildLock, process.pid))
  await build(targets).catch((error: unknown) => endWithProblem(buildFailed(error), 'dựng ứng dụng'))
  console.log(`Built ${targets.join(', ')} in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}
