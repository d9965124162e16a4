import { z } from 'zod'
import { fileInput, out, procedure, tokenSchema } from './base.ts'

/** Folders that every system has, by what they are: each language has its own names for them. */
export type SystemFolder = 'documents' | 'desktop' | 'downloads' | 'home'

/** A file that this run wrote where the person chose; `id` is opaque, never a path. */
export type SavedFile = {
  readonly id: string
  readonly name: string
  /** The system's folder that it lies in or below; null where it lies elsewhere. */
  readonly base: SystemFolder | null
  /** Names of the folders below `base`; without one, of all from the top. */
  readonly folders: readonly string[]
}

const savedSchema = z.object({ id: tokenSchema })

/** Files for the person, by the system's own dialogs. A browser keeps downloads itself: refused there, `host-cannot`. */
export const filesContract = {
  /** Asks where the file goes and writes it whole; null where the person left it unsaved. */
  save: procedure.input(fileInput).output(out<SavedFile | null>()),
  /** Opens it with the system's program for its kind. Refused: `saved-file-gone`, `no-program-for-file`. */
  open: procedure.input(savedSchema).output(z.void()),
  /** Refused: `saved-file-gone`. */
  showInFolder: procedure.input(savedSchema).output(z.void()),
}
