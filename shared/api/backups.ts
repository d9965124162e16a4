import { z } from 'zod'
import type { BackupOccasion } from '../domain/backups/retention.ts'
import { fileInput, out, procedure, requiredTextSchema, tokenSchema } from './base.ts'
import type { RefusalDetail, RefusalReason } from './refusal.ts'
import type { WorkspaceInfo } from './workspace.ts'

/** What a workspace file holds, as its backups note it beside them. */
export type BackupFacts = {
  readonly name: string
  readonly isSample: boolean
  /** Which file it is, wherever it lies, and how often it was written; null in a file of an older program. */
  readonly uuid: string | null
  readonly commits: number | null
  /** Schema version. */
  readonly version: number
  /** Number and hash of the last event of the audit, and its ISO time. */
  readonly events: number
  readonly head: string
  readonly lastEventAt: string | null
  readonly sessions: number
  readonly products: number
  readonly ballots: number
  /** ISO time. */
  readonly lastBallotAt: string | null
  /** Rows of each table but the audit. */
  readonly rows: Readonly<Record<string, number>>
}

/** Where a backup lies: the program's own folder, the second place, or beside the file that a restored one replaced. */
export type BackupPlace = 'own' | 'second' | 'aside'

export type Backup = {
  /** Opaque, never a path. */
  readonly id: string
  readonly occasion: BackupOccasion
  /** ISO time. */
  readonly madeAt: string
  readonly place: BackupPlace
  /** For people: the folder that it lies in. */
  readonly location: string
  /** Bytes on the disk. */
  readonly size: number
  readonly isEncrypted: boolean
  /** Under a password of before, or of another machine: not that of the second place now. */
  readonly hasOtherPassword: boolean
  /** Null for a file that could not be read when it was set aside. */
  readonly facts: Omit<BackupFacts, 'rows' | 'uuid'> | null
  /** Name of the file that it is a backup of, with its folder, as it lay then, and the id that the list of files has for it. */
  readonly file: { readonly id: string; readonly name: string; readonly location: string }
  /** Of the file that is open. */
  readonly isOfOpen: boolean
}

/** Against the file as it is now: what a restore would take back. */
export type BackupComparison = {
  readonly backup: Backup
  /** Null where the file is not open, gone or cannot be read. */
  readonly present: Omit<BackupFacts, 'rows' | 'uuid'> | null
  /** Ballots saved and changes made after the backup. */
  readonly ballotsSince: number
  readonly changesSince: number
  /** The present file does not go on from the backup: each holds something that the other does not. */
  readonly isOtherBranch: boolean
  /** A session is being scored. */
  readonly isScoring: boolean
}

export type BackupStatus = {
  /** The last try that failed, until one succeeds; without a time where none can succeed, though none was made yet. */
  readonly trouble: {
    readonly at: string | null
    readonly reason: RefusalReason | 'unexpected'
    readonly detail: RefusalDetail
  } | null
  /** ISO time of the newest backup of the open file; null where there is none. */
  readonly newestAt: string | null
  /** Null until one was chosen. */
  readonly second: SecondPlace | null
}

export type SecondPlace = {
  readonly location: string
  readonly isEncrypted: boolean
  /** The password was given since the program started. */
  readonly isUnlocked: boolean
  /** ISO time of the last copy of the open file there. */
  readonly lastAt: string | null
  /** Older than a week, or than the last meeting. */
  readonly isDue: boolean
}

export type RestoredWorkspace = WorkspaceInfo & {
  /** Name of the file that was set aside; null where none was there. */
  readonly aside: string | null
  readonly isBackedUp: boolean | null
}

const idInput = z.object({ id: tokenSchema })
const withPassword = { password: requiredTextSchema.optional() }
/** With which a secretary signs in, where the record is kept by passwords and is not open. */
const withSecretary = { secretaryPassword: requiredTextSchema.optional() }

/** Letters of a password that is set. */
export const shortestPassword = 8

export const backupsContract = {
  status: procedure.output(out<BackupStatus>()),
  /** Of the open file; of every file where none is open. Newest first. */
  list: procedure.output(out<readonly Backup[]>()),
  /** Backs the open file up now; nothing new where the newest backup holds all of it. */
  make: procedure.output(z.void()),
  compare: procedure.input(idInput).output(out<BackupComparison>()),
  /**
   * Puts a backup in the place of its file, which is set aside, and opens it. One that was set aside so goes back as it
   * was, byte for byte. `isBackedUp` says whether a checked backup of the file was made as well; null where none was open
   * there. Refused: `backup-gone`, `backup-faulty`, `aside-changed`, `backup-is-open`, `workspace-in-use`,
   * `workspace-open-elsewhere`, `password-needed`, `password-wrong`, `restore-in-meeting`, `secretary-needed`, `password-wait`.
   */
  restore: procedure.input(idInput.extend({ ...withPassword, ...withSecretary })).output(out<RestoredWorkspace>()),
  /** Asks for the folder; null when the dialog was cancelled. Refused: `host-cannot`. */
  chooseSecond: procedure.output(out<BackupStatus | null>()),
  leaveSecond: procedure.output(z.void()),
  /** Encrypts what goes there from now on, or no more with null. What is there stays as it is, under its own password. */
  setPassword: procedure
    .input(z.object({ password: requiredTextSchema.refine((text) => text.length >= shortestPassword).nullable() }))
    .output(z.void()),
  /** Refused: `no-second-place`, `password-needed`, `password-wrong`, `second-password-unproven`, `second-…` for what hinders the place. */
  copyToSecond: procedure.input(z.object(withPassword)).output(z.void()),
  /**
   * The open file as it is now, or a backup, as one file for another machine; encrypted where a password is given. Refused as
   * `restore` is.
   */
  take: procedure.input(z.object({ id: tokenSchema.optional(), ...withPassword, ...withSecretary })).output(z.file()),
  /**
   * Opens an encrypted file from elsewhere as a new file in the data folder. Refused: `password-wrong`, `backup-faulty`,
   * `not-a-workspace`.
   */
  openEncrypted: procedure.input(fileInput.extend({ password: requiredTextSchema })).output(out<WorkspaceInfo>()),
}
