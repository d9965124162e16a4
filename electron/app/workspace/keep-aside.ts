import { existsSync, renameSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Refusal } from '../../../shared/api/refusal.ts'
import { vietnamTimeInName } from '../../../shared/domain/calendar/vietnam-day.ts'
import { besideEndings } from '../../db/log-beside.ts'
import { workspaceEnding } from '../../workspace-path.ts'

/** What lies beside a workspace file belongs to it, under its new name as well. */
const companions = ['', ...besideEndings]

/**
 * Renames the file that stands where a new one is to go, with its date; nothing is ever deleted or overwritten.
 *
 * @returns its new path, or null where there is no file
 * @throws Refusal `workspace-open-elsewhere` where another program holds it; it keeps its name then
 */
export function keepAside(path: string): string | null {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) return null
  const kept = asideName(path, stats.mtime)
  const moved: string[] = []
  try {
    for (const end of companions) {
      if (!existsSync(path + end)) continue
      renameSync(path + end, kept + end)
      moved.push(end)
    }
  } catch (error) {
    for (const end of moved.toReversed()) renameSync(kept + end, path + end)
    if (error instanceof Error && 'code' in error && inUse.has(String(error.code)))
      throw new Refusal('workspace-open-elsewhere')
    throw error
  }
  return kept
}

/** Takes `keepAside` back, for a new file that could not be made: what there is of it is empty. */
export function putBack({ kept, path }: { readonly kept: string; readonly path: string }): void {
  for (const end of companions) if (existsSync(kept + end)) renameSync(kept + end, path + end)
}

/** A name beside the file that nothing has: its own with that date. */
export function asideName(path: string, at: Date): string {
  const name = basename(path)
  const stem = name.toLowerCase().endsWith(workspaceEnding) ? name.slice(0, -workspaceEnding.length) : name
  const date = vietnamTimeInName(at)
  for (let count = 1; ; count += 1) {
    const free = join(dirname(path), `${stem} (bản cũ ${date}${count === 1 ? '' : `, ${count}`})${workspaceEnding}`)
    if (companions.every((end) => !existsSync(free + end))) return free
  }
}

/** True for a path of `asideName`: the person put another file in its place. */
export function isSetAside(path: string): boolean {
  return / \(bản cũ \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d(, \d+)?\)\.ocop$/u.test(path)
}

const inUse = new Set(['EBUSY', 'EPERM', 'EACCES'])
