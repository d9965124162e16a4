import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock, Log } from '../context.ts'

/** Errors go to `loi.log` in the data folder, since a window has no console; the last two files are kept. */
export function fileLog({ folder, clock }: { readonly folder: string; readonly clock: Clock }): Log {
  const path = join(folder, 'loi.log')
  return {
    info: () => {},
    error: (message, error) => {
      const facts = error instanceof Error ? (error.stack ?? error.message) : String(error)
      try {
        mkdirSync(folder, { recursive: true })
        if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > sizeLimit) renameSync(path, `${path}.1`)
        appendFileSync(path, `${clock.now().toISOString()} ${message}\n${facts}\n`)
      } catch (failure) {
        // A full disk must not turn one error into two.
        console.error(message, error, failure)
      }
    },
  }
}

const sizeLimit = 1_000_000
