import { execFileSync } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { FileStorage } from '../../shared/api/workspace.ts'
import { readMountList, readMountTable, storageOf, type Mount } from './file-storage.ts'

/** Where the file at that path lies, or will lie. What cannot be found out counts as this machine's own disk. */
export function readStorage(path: string): FileStorage {
  const { platform, env } = process
  const real = join(realFolder(dirname(path)), basename(path))
  // A link may lead into such a folder, and such a folder may be a link.
  const [found = { kind: 'local' }] = [real, path]
    .map((each) => storageOf({ path: each, platform, env, mounts: readMounts(each) }))
    .filter(({ kind }) => kind !== 'local')
  return found
}

function realFolder(folder: string): string {
  try {
    return realpathSync.native(folder)
  } catch {
    return folder
  }
}

function readMounts(path: string): readonly Mount[] {
  try {
    if (process.platform === 'linux') return readMountTable(readFileSync('/proc/self/mounts', 'utf8'))
    // Other disks of a Mac lie in there, and only they are worth asking a program.
    if (process.platform !== 'darwin' || !path.startsWith('/Volumes/')) return []
    return readMountList(execFileSync('/sbin/mount', { encoding: 'utf8', timeout: 2000 }))
  } catch {
    return []
  }
}
