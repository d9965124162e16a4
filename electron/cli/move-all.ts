import { copyFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../workspace-path.ts'

/**
 * Puts files into a folder once all of them are written, each under a temporary name first: a run that fails leaves
 * the folder as it was, and a reader never meets half a document.
 */
export function moveAll({ files, from, to }: { files: readonly string[]; from: string; to: string }): void {
  makeFolder(to)
  try {
    for (const file of files) copyFileSync(join(from, file), join(to, `${file}.part`))
    for (const file of files) renameSync(join(to, `${file}.part`), join(to, file))
  } catch (error) {
    for (const file of files) rmSync(join(to, `${file}.part`), { force: true })
    throw error
  }
}
