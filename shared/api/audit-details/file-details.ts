import type { Person } from '../people.ts'
import type { Moved, Saved } from './kept.ts'

/** What the audit keeps of the file and the people who work with it. */
export type FileDetails = {
  /** The command that was taken back. */
  'undo.takeBack': { undone: string }
  'workspace.create': { name: string; isSample: boolean; appVersion: string }
  /**
   * A newer program brought the file from one schema version to another. `found`, where the audit kept no rows before and
   * keeps them from here on: each kind of fault that the checks of before found.
   */
  'workspace.migrate': { from: number; to: number; appVersion: string; found?: readonly string[] }
  /** In the file that took the place of another one: `from` is what stood there, `to` what the backup holds. */
  'workspace.restore': { madeAt: string; aside: string | null; from: FileState | null; to: FileState }
  /** In the new file: what could be read of a damaged one; rows lost by table, null where nothing tells how many. */
  'workspace.saveReadable': {
    damagedFile: string
    rowsRead: number
    lostFrom: readonly { table: string; rows: number | null }[]
  }

  'people.save': Saved<Pick<Person, 'name' | 'role'>>
  'people.remove': { from: Pick<Person, 'name' | 'role'> }
  /** Never the password itself, nor what it is checked by. */
  'people.setPassword': { name: string; hasPassword: boolean }
  /** Minutes. */
  'people.setIdle': Moved<number>
  'people.wrongPassword': { name: string; wrongTries: number }
  /** A recovery code let in, and took the password away. */
  'people.recover': { name: string }
}

/** The last event of a file's audit, and how often the file was written. */
type FileState = { events: number; head: string; commits: number | null }
