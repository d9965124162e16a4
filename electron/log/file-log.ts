import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock, Log } from '../context.ts'
import { withoutPersonalData } from './without-personal-data.ts'

export const logName = 'loi.log'

type FileLogInput = {
  readonly folder: string
  readonly clock: Clock
  readonly home: string
  readonly program: string
  /** What stands with every entry: version, platform, schema. */
  readonly facts: () => string
  /** Told the file once an error stands in it. */
  readonly onWritten?: (path: string) => void
}

/**
 * Errors go to `loi.log` in the data folder, since a window has no console; it and the two files before it are kept.
 * People send the file to whoever helps them: it names nobody. An error that was written once is not written again on
 * its way up. A log that cannot be written stops nothing.
 *
 * @param program folder of the program itself
 */
export function fileLog({ folder, clock, home, program, facts, onWritten }: FileLogInput): Log {
  const path = join(folder, logName)
  const written = new WeakSet<object>()
  return {
    info: () => {},
    error: (message, error) => {
      if (typeof error === 'object' && error !== null) {
        if (written.has(error)) return
        written.add(error)
      }
      try {
        mkdirSync(folder, { recursive: true })
        if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > sizeLimit) rotate(path)
        const text = withoutPersonalData({ text: `${message}\n${stackOf(error)}`, home, program }).slice(0, entryLimit)
        appendFileSync(path, `${clock.now().toISOString()} [${facts()}] ${text}\n`)
        onWritten?.(path)
      } catch (failure) {
        // A full disk must not turn one error into two.
        console.error(message, error, failure)
      }
    },
  }
}

/** The last lines of the log in a data folder; none where there is none. */
export function lastLogLines(folder: string, count: number): readonly string[] {
  const lines = [`${logName}.1`, logName].flatMap((name) => readLines(join(folder, name)))
  return lines.slice(-count)
}

const sizeLimit = 1_000_000
const entryLimit = 20_000

function rotate(path: string): void {
  if (statSync(`${path}.1`, { throwIfNoEntry: false }) !== undefined) renameSync(`${path}.1`, `${path}.2`)
  renameSync(path, `${path}.1`)
}

/** With the errors that led to it, which a stack leaves out. */
function stackOf(error: unknown, depth = 0): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? ` [${String(error.code)}]` : ''
  const cause = error.cause === undefined || depth === 3 ? '' : `\ncaused by ${stackOf(error.cause, depth + 1)}`
  return `${error.stack ?? error.message}${code}${cause}`
}

function readLines(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').trimEnd().split('\n')
  } catch {
    return []
  }
}
