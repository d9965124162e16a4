import { join } from 'node:path'
import type { HostFiles } from '../../electron/context.ts'

const projectFolder = join(import.meta.dirname, '..', '..')

/** Where the benchmarks keep their large files between runs; ignored by git. */
export const benchFolder = join(projectFolder, '.cache', 'bench')

export const resourcesFolder = join(projectFolder, 'resources')

/** A host whose every new workspace is that path. */
export function benchHost(path: string): HostFiles {
  return {
    capabilities: { kind: 'browser', hasFileDialogs: false },
    chooseWorkspace: async () => path,
    chooseFolder: async () => null,
    chooseNewWorkspace: async () => path,
    dataFolder: benchFolder,
  }
}
