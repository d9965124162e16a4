import type { HostFiles } from '../context.ts'
import { freeWorkspacePath, makeFolder } from '../workspace-path.ts'

/** File capabilities of a browser: no dialogs of ours, so files are uploaded, downloaded, or kept in the data folder. */
export function browserFiles(dataFolder: string): HostFiles {
  makeFolder(dataFolder)
  return {
    capabilities: { kind: 'browser', hasFileDialogs: false },
    chooseWorkspace: () => Promise.resolve(null),
    chooseFolder: () => Promise.resolve(null),
    chooseNewWorkspace: (name) => Promise.resolve(freeWorkspacePath({ folder: dataFolder, name })),
    dataFolder,
  }
}
