import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../workspace-path.ts'

/**
 * Makes the data folder and proves that it can be written: Electron takes a folder that it cannot write for one that
 * another program holds, and would end without a word.
 *
 * @throws DataFolderTrouble
 */
export function makeDataFolderReady(folder: string): void {
  const probe = join(folder, `.ghi-thu-${process.pid}`)
  try {
    makeFolder(folder)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    throw new DataFolderTrouble(folder, error)
  }
}

export class DataFolderTrouble extends Error {
  readonly folder: string
  constructor(folder: string, cause: unknown) {
    super('the data folder cannot be written', { cause })
    this.folder = folder
  }
}
