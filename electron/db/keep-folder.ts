import { closeSync, fsyncSync, openSync } from 'node:fs'

/** A name given in the folder is on the disk, where the system lets a folder be written out; Windows does not. */
export function keepFolder(folder: string): void {
  if (process.platform === 'win32') return
  const open = openSync(folder, 'r')
  try {
    fsyncSync(open)
  } catch (error) {
    // Some network places know nothing of it.
    if (!(error instanceof Error && 'code' in error && error.code === 'EINVAL')) throw error
  } finally {
    closeSync(open)
  }
}
