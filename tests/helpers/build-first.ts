import type { TestProject } from 'vitest/node'
import { ensureBuilt } from '../../scripts/ensure-built.ts'

/** Before any test, and before each run of a watcher: threads and started programs are those of the bundles. */
export async function setup(project: TestProject): Promise<void> {
  const build = (): Promise<void> => ensureBuilt(['main', 'preload', 'renderer', 'room'])
  project.onTestsRerun(build)
  await build()
}
