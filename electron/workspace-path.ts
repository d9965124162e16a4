import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { normaliseInput } from '../shared/domain/vietnamese/normalise-input.ts'

/** Ending of a workspace file's name. */
export const workspaceEnding = '.ocop'

/** A path in `folder` (made when missing) that no file has yet: the name as typed where the platforms allow it, else with a number. */
export function freeWorkspacePath({ folder, name }: { readonly folder: string; readonly name: string }): string {
  makeFolder(folder)
  const stem = fileStemOf(name)
  for (let count = 1; ; count += 1) {
    const path = join(folder, `${stem}${count === 1 ? '' : ` (${count})`}${workspaceEnding}`)
    if (!existsSync(path)) return path
  }
}

/**
 * Makes a folder and those that it lies in. Node's own `recursive` never returns where a folder that is there takes no
 * other, as `/proc` does.
 *
 * @throws the file system's own error
 */
export function makeFolder(folder: string): void {
  const parent = dirname(folder)
  if (parent !== folder && !existsSync(parent)) makeFolder(parent)
  try {
    mkdirSync(folder)
  } catch (error) {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw error
  }
}

/** A name that Windows, macOS and Linux all accept as a file name; Vietnamese letters stay. */
export function fileStemOf(name: string): string {
  const plain = Array.from(normaliseInput(name.replace(/[<>:"/\\|?*\p{Cc}]/gu, ' ')))
    .slice(0, maxLetters)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '')
  return plain === '' || deviceNames.test(plain) ? `Hội đồng ${plain}`.trim() : plain
}

// 255 bytes is the shortest limit among the platforms; a Vietnamese letter takes up to three.
const maxLetters = 70
const deviceNames = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** True where both paths lead to one file on the disk, however they are written; false where the disk does not say. */
export function isSameFile(one: string, other: string): boolean {
  if (one === other) return true
  try {
    return fileIdentity(one) !== null && fileIdentity(one) === fileIdentity(other)
  } catch {
    return false
  }
}

/**
 * What tells the file under a path from every other on this machine, also under another name; null where there is none.
 *
 * @throws the file system's own error where the place does not answer
 */
export function fileIdentity(path: string): string | null {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false })
  return stats === undefined ? null : `${stats.dev}:${stats.ino}`
}
