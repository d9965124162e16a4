import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock, Log } from '../context.ts'
import { withoutPersonalData } from './without-personal-data.ts'

export const logName = 'loi.log'

type FileLogInput = {
  readonly folder: string
  readonly clock: Clock
  readonly home: string
  readonly program: string
}

/**
 * Errors go to `loi.log` in the data folder, since a window has no console; the last two files are kept. People send the
 * file to whoever helps them: it names nobody.
 *
 * @param program folder of the program itself
 */
export function fileLog({ folder, clock, home, program }: FileLogInput): Log {
  const path = join(folder, logName)
  return {
    info: () => {},
    error: (message, error) => {
      const facts = error instanceof Error ? (error.stack ?? error.message) : String(error)
      try {
        mkdirSync(folder, { recursive: true })
        if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > sizeLimit) renameSync(path, `${path}.1`)
        const text = withoutPersonalData({ text: `${message}\n${facts}`, home, program })
        appendFileSync(path, `${clock.now().toISOString()} ${text}\n`)
      } catch (failure) {
        // A full disk must not turn one error into two.
        console.error(message, error, failure)
      }
    },
  }
}

const sizeLimit = 1_000_000
