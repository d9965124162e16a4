import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Waits until the disk has the folder's names, on systems that can be asked for it. @throws the file system's error */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } catch (error) {
    // Some network drives do not take it.
    if (!(error instanceof Error && 'code' in error && (error.code === 'EINVAL' || error.code === 'ENOTSUP')))
      throw error
  } finally {
    closeSync(handle)
  }
}
