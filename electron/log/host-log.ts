import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Log } from '../context.ts'
import { newestSchemaVersion } from '../db/migrate.ts'
import { systemClock } from '../system-clock.ts'
import { fileLog, lastLogLines } from './file-log.ts'

type HostLogInput = {
  readonly dataFolder: string
  readonly resources: string
  readonly appVersion: string
  readonly host: 'window' | 'browser' | 'batch'
  /** Told where an error went, for a host that has a terminal. */
  readonly onWritten?: (path: string) => void
}

/** Enough to see what led to an error. */
const reportedLines = 300

/** What a report shows of the log in a data folder. */
export function hostLogLines(dataFolder: string): () => readonly string[] {
  return () => lastLogLines(dataFolder, reportedLines)
}

/** The log of a host on this machine: one file for all of them. The program goes on where its terminal is gone. */
export function hostLog({ dataFolder, resources, appVersion, host, onWritten }: HostLogInput): Log {
  const schema = () => {
    try {
      return newestSchemaVersion(join(resources, 'migrations'))
    } catch {
      return '?'
    }
  }
  // Otherwise what is said there is an error that nobody catches, which is said there, without end.
  for (const terminal of [process.stdout, process.stderr]) terminal.on('error', () => {})
  return fileLog({
    folder: dataFolder,
    ...(onWritten !== undefined && { onWritten }),
    clock: systemClock,
    home: homedir(),
    program: join(resources, '..'),
    facts: () =>
      `${appVersion} ${host} ${process.platform}-${process.arch} node ${process.versions.node} schema ${schema()}`,
  })
}
