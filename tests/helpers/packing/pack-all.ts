import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { makeStandInRuntime } from './stand-in-runtime.ts'
import { makeStandInTools } from './stand-in-tools.ts'

export type PackJob = {
  /** The project that is packed. */
  readonly root: string
  /** Where everything goes: `runtime/<platform>`, `tools`, `dist/<platform>`. */
  readonly folder: string
  readonly platforms: readonly {
    readonly platform: 'linux' | 'win32' | 'darwin'
    readonly archs: readonly ('x64' | 'arm64')[]
    readonly targets: readonly string[]
  }[]
}

/** Packs for each platform with a stand-in runtime and stand-in tools: nothing is downloaded. */
export function packAll(job: PackJob): void {
  for (const { platform } of job.platforms) makeStandInRuntime(join(job.folder, 'runtime', platform), platform)
  const env = { ...process.env, ...makeStandInTools(join(job.folder, 'tools')), CSC_IDENTITY_AUTO_DISCOVERY: 'false' }
  const child = join(import.meta.dirname, 'pack-child.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [child, JSON.stringify(job)], {
    encoding: 'utf8',
    env,
  })
  if (status !== 0) throw new Error(`packing ended with ${status}\n${stdout}${stderr}`)
}
