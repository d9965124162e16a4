import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir, uptime } from 'node:os'
import { join } from 'node:path'
import type { AppContext } from '../context.ts'
import { isRunning } from '../is-running.ts'

const foldersOf = new WeakMap<AppContext, Set<string>>()

/** A folder of a run says which process made it. */
const ownName = /^hoi-dong-ocop-(\d+)-/

/** A folder that outlives its maker only until the next start. */
export function newTempFolder(): string {
  return mkdtempSync(join(tmpdir(), `hoi-dong-ocop-${process.pid}-`))
}

/** A folder for files in the making; whoever made it removes it. */
export function makeTempFolder(app: AppContext): string {
  const folder = newTempFolder()
  const folders = foldersOf.get(app) ?? new Set()
  foldersOf.set(app, folders.add(folder))
  return folder
}

export function removeTempFolder(app: AppContext, folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  foldersOf.get(app)?.delete(folder)
}

/** At the application's end: names and scores do not stay behind in a temporary folder. */
export function removeTempFolders(app: AppContext): void {
  for (const folder of foldersOf.get(app) ?? []) removeTempFolder(app, folder)
}

/**
 * At its start: what a run left behind that was killed. Another process may have its number by now, but none that ran
 * before the machine was started. What cannot be removed, such as another person's, stays.
 */
export function removeLeftTempFolders(now: Date): void {
  const machineStart = now.getTime() - uptime() * 1000
  for (const name of readdirSync(tmpdir())) {
    const [, pid] = ownName.exec(name) ?? []
    if (pid === undefined || Number(pid) === process.pid) continue
    try {
      const isOfBefore = statSync(join(tmpdir(), name)).mtimeMs < machineStart
      if (!isOfBefore && isRunning(Number(pid))) continue
      rmSync(join(tmpdir(), name), { recursive: true, force: true })
    } catch {
      continue
    }
  }
}
