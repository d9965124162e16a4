import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { backupOccasions } from '../../shared/domain/backups/retention.ts'

const factsSchema = z.object({
  name: z.string(),
  isSample: z.boolean(),
  uuid: z.string().nullable(),
  commits: z.number().nullable(),
  version: z.number(),
  events: z.number(),
  head: z.string(),
  lastEventAt: z.string().nullable(),
  sessions: z.number(),
  products: z.number(),
  ballots: z.number(),
  lastBallotAt: z.string().nullable(),
  rows: z.record(z.string(), z.number()),
})

const noteSchema = z.object({
  id: z.string(),
  occasion: z.enum(backupOccasions),
  madeAt: z.string(),
  /** Absolute path of the file that it is a backup of. */
  source: z.string(),
  /** Null for a file that could not be read when it was set aside. */
  facts: factsSchema.nullable(),
  size: z.number(),
  /** Of the backup unencrypted; empty for a file that could not be read to its end as it was set aside. */
  sha256: z.string(),
  /** Of an encrypted copy: its own bytes, and which password it is under (`ChosenPlace`). */
  sealed: z.object({ sha256: z.string(), passwordId: z.string().nullable() }).nullable().default(null),
  /** Where the file itself lies, if not beside its note: one that was set aside. */
  aside: z.string().nullable(),
})

/** What stands beside each backup in a file of its own, so that a list opens none of them. */
export type BackupNote = Readonly<z.infer<typeof noteSchema>>

/** Null where there is no note that can be read: a backup without one does not count. */
export async function readNote(path: string): Promise<BackupNote | null> {
  try {
    return noteSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return null
  }
}

/** As it is written beside its backup. */
export function noteText(note: BackupNote): string {
  return `${JSON.stringify(note, null, 2)}\n`
}
