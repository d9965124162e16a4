import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { makeFolder } from '../workspace-path.ts'
import { ownStore } from './list-backups.ts'
import { writeWholeFile } from './whole-file.ts'

const placeSchema = z.object({
  /** As it was chosen. */
  folder: z.string(),
  isEncrypted: z.boolean(),
  /** Tells copies under the present password from those under another; null for one of before they were told apart. */
  passwordId: z.string().nullable().default(null),
  /** When each file was last copied there, by its id or path: the stick is not always in. */
  copied: z.record(z.string(), z.string()),
})

/** A second place for backups, such as a stick, chosen once for all files of this machine. */
export type ChosenPlace = Readonly<z.infer<typeof placeSchema>>

/** Null until one was chosen; a damaged note of it costs no more than choosing anew. */
export function readSecondPlace(dataFolder: string): ChosenPlace | null {
  try {
    return placeSchema.parse(JSON.parse(readFileSync(noteOf(dataFolder), 'utf8')))
  } catch {
    return null
  }
}

export function writeSecondPlace(dataFolder: string, place: ChosenPlace): void {
  makeFolder(ownStore(dataFolder))
  writeWholeFile(noteOf(dataFolder), JSON.stringify(place, null, 2))
}

export function leaveSecondPlace(dataFolder: string): void {
  for (const path of [noteOf(dataFolder), passwordProofOf(dataFolder)]) rmSync(path, { force: true })
}

/** The folder inside it that is the program's. */
export function secondStore(folder: string): string {
  return join(folder, 'sao-luu-hoi-dong-ocop')
}

/** A file encrypted with the password of the second place: whoever types it can be told at once that it is another. */
export function passwordProofOf(dataFolder: string): string {
  return join(ownStore(dataFolder), 'mat-khau.age')
}

const noteOf = (dataFolder: string): string => join(ownStore(dataFolder), 'noi-thu-hai.json')
