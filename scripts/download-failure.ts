import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// A download that failed is remembered, so that a machine behind a closed network waits for it once, not at each start.

export type DownloadFailure = { readonly reason: string; readonly at: Date }

type Place = {
  /** `node_modules/electron`: what a new `npm ci` clears, it forgets. */
  readonly folder: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** The last failure, unless it is a day old or the mirror or proxy was changed since. */
export function recallFailure({ folder, env, now }: Place & { readonly now: Date }): DownloadFailure | null {
  const kept = readKept(folder)
  if (kept === null || kept.settings !== settingsOf(env)) return null
  const at = new Date(kept.at)
  const age = now.getTime() - at.getTime()
  return age >= 0 && age < rememberedFor ? { reason: kept.reason, at } : null
}

export function rememberFailure({ folder, env, reason, at }: Place & DownloadFailure): void {
  const kept: Kept = { reason, at: at.toISOString(), settings: settingsOf(env) }
  try {
    writeFileSync(join(folder, fileName), JSON.stringify(kept))
  } catch {
    // Where nothing can be written, no download is tried either.
  }
}

export function forgetFailure(folder: string): void {
  rmSync(join(folder, fileName), { force: true })
}

type Kept = { readonly reason: string; readonly at: string; readonly settings: string }

function readKept(folder: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(readFileSync(join(folder, fileName), 'utf8'))
    return isKept(kept) ? kept : null
  } catch {
    return null
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false
  const kept: Partial<Record<keyof Kept, unknown>> = value
  return [kept.reason, kept.at, kept.settings].every((field) => typeof field === 'string')
}

/** A digest: addresses of proxies may hold passwords. */
function settingsOf(env: Place['env']): string {
  const settings = Object.entries(env).filter(([name, value]) => /proxy|electron_/i.test(name) && value)
  return createHash('sha256').update(JSON.stringify(settings.toSorted())).digest('hex')
}

const fileName = 'download-failed.json'
/** In milliseconds. */
const rememberedFor = 24 * 60 * 60 * 1000
