import { z } from 'zod'
import { integrityEvents, integrityInput, type IntegrityReport } from './integrity.ts'
import { fileInput, out, personNameSchema, procedure, requiredLineSchema, tokenSchema } from './base.ts'
import type { Desk } from './people.ts'

export const sampleNames = ['district-2024', 'province-2026'] as const

/** One workspace file as the start screen lists it; `id` is opaque, never a path. */
export type WorkspaceListing = {
  readonly id: string
  readonly name: string
  /** For people: folder or host description. */
  readonly location: string
  /** ISO time; empty for a place that does not answer. */
  readonly modifiedAt: string
  readonly isSample: boolean
  /**
   * `unreadable`: its name within could not be read, so that `name` is the file's: damaged, held by another program, or
   * left in the middle of a change; only opening tells. `no-answer`: its place did not answer in time.
   */
  readonly state: 'ready' | 'unreadable' | 'no-answer'
  /** The file's name where it is what was kept of one that was moved or deleted while it was open. */
  readonly keptAs: string | null
  /** Another file of the list holds the same record and is newer; null for the newest, and where there is none. */
  readonly copy: WorkspaceCopy | null
}

/** `older` stands whole in the newer file; `diverged` has changes of its own, which that one does not have. */
export type WorkspaceCopy = {
  readonly relation: 'same' | 'older' | 'diverged'
  /** Names of both files. */
  readonly file: string
  readonly of: string
  /** Its name is one that a program gives which keeps folders in step. */
  readonly isConflicted: boolean
  readonly ballots: number
  /** ISO time of the last change. */
  readonly lastAt: string
}

/** A file that was to be opened, and one of the same record that has more changes; both can be opened by their ids. */
export type NotNewest = {
  readonly relation: 'older' | 'diverged'
  readonly id: string
  /** Name of the file; its events of the audit, its ballots confirmed, ISO time of its last change. */
  readonly file: string
  readonly events: number
  readonly ballots: number
  readonly lastAt: string
  readonly newerId: string
  readonly newerFile: string
  /** For people: the folder that it lies in. */
  readonly newerLocation: string
  readonly newerEvents: number
  readonly newerBallots: number
  readonly newerLastAt: string
}

/** Where a file lies; `name` is for people: `OneDrive`, `server\\share`. */
export type FileStorage =
  | { readonly kind: 'local' }
  /** A program keeps the folder in step with a server. */
  | { readonly kind: 'cloud'; readonly name: string }
  | { readonly kind: 'network'; readonly name: string }

/** Why nothing in the open file can be changed. */
export type ReadOnlyReason =
  /** The file, its folder or its medium takes no change; or its disk is full. */
  | { readonly kind: 'place' | 'full' }
  /** A newer program wrote it; versions of the schema, of the file and of this program. */
  | { readonly kind: 'newer'; readonly fileVersion: number; readonly ownVersion: number }
  /** A damage showed itself during work: what is not damaged is still read. */
  | { readonly kind: 'harmed' }
  /** Somebody else has it open: what is shown is the file as it was a moment ago. Null where SQLite's lock alone tells. */
  | { readonly kind: 'held'; readonly owner: FileOwner | null }
  /** It was not closed in order, and the check found faults; where SQLite reads it whole it may be written all the same. */
  | { readonly kind: 'faults'; readonly isReadWhole: boolean }
  /** It cannot be read whole: what is shown is a copy, in memory, of all that could be read. */
  | { readonly kind: 'damaged'; readonly tables: readonly SalvagedTable[] }
  /** Its tables are not as this program makes them. */
  | { readonly kind: 'schema'; readonly differences: readonly SchemaDifference[] }

/** What was read of one table of a damaged file, and how many rows are lost; null where nothing tells how many there were. */
export type SalvagedTable = { readonly name: string; readonly read: number; readonly lost: number | null }

/** Who has a file open. */
export type FileOwner = {
  /** Empty where it cannot be read. */
  readonly machine: string
  readonly user: string
  /** ISO times: of its opening, and of its last sign of life. */
  readonly since: string
  readonly lastSign: string
  /** No sign came for minutes, or nobody can be read: it can be taken over. */
  readonly isSilent: boolean
  /** Name of what lies beside the file and should say who has it, where that cannot be read. */
  readonly unreadable: string | null
}

/** One table, index, view or trigger in which a file is not as the migrations of its version make it. */
export type SchemaDifference = {
  readonly kind: 'missing' | 'unknown' | 'altered'
  readonly type: string
  readonly name: string
}

export type WorkspaceInfo = {
  readonly id: string
  readonly name: string
  /** For people: the folder that it lies in. */
  readonly location: string
  readonly isSample: boolean
  /** Null where it is written. */
  readonly readOnly: ReadOnlyReason | null
  /** The file is not in its place any more: nothing is written until it is back or saved elsewhere. */
  readonly isMoved: boolean
  /** The new name of a journal that lay beside the file at opening and was another file's, as after a copy was put back. */
  readonly strayAside: string | null
  /** Why it counts as moved: another machine writes it now. */
  readonly isTakenOver: boolean
  /** ISO time of its last closing here, where its bytes are not what they were then though nobody changed it since. */
  readonly otherBytesSince: string | null
  readonly storage: FileStorage
  readonly appVersion: string
}

/** `keptAside` is the new name of a file that stood in its place. */
export type CreatedWorkspace = WorkspaceInfo & { readonly keptAside: string | null }

/** What the host can do; decides which buttons are shown. */
export type HostCapabilities = {
  readonly kind: 'electron' | 'browser'
  /** Native open and save dialogs. */
  readonly hasFileDialogs: boolean
}

/** A file that the system handed to the running application, by double click for example; not opened yet. */
export type HandedFile = {
  readonly id: string
  /** A package is taken into the open file; a workspace is opened in its place. */
  readonly kind: 'workspace' | 'package'
  /** The file's, without its ending. */
  readonly name: string
  readonly location: string
}

/** Pages ask again while it goes on: it is told to none. */
export type FileCheck = {
  /** Counted from 1, of `parts`; 0 while the file is copied or salvaged. */
  readonly part: number
  readonly parts: number
  /** The whole check, in percent. */
  readonly percent: number
}

export type WorkspaceStatus = {
  readonly open: WorkspaceInfo | null
  /** How far a file that was not closed in order is checked before it is opened; null while none is. */
  readonly checking: FileCheck | null
  readonly handed: HandedFile | null
  readonly host: HostCapabilities
  readonly appVersion: string
  /** Who works at this host now, as the audit names it. */
  readonly operator: string
  readonly desk: Desk
  /** What this machine's clock says, and what it cannot be before (ISO times); null where it may be right. */
  readonly clockBehind: { readonly now: string; readonly latest: string } | null
}

export const workspaceContract = {
  status: procedure.output(out<WorkspaceStatus>()),
  /** The files opened lately and those of the data folder, newest first; slow places are waited for some seconds. */
  list: procedure.output(out<readonly WorkspaceListing[]>()),
  /**
   * A new, empty file. The host asks where (dialog) or uses its data folder. Refused: `workspace-exists`,
   * `workspace-open-now`, `workspace-in-use`.
   */
  create: procedure.input(z.object({ name: requiredLineSchema })).output(out<CreatedWorkspace | null>()),
  /**
   * By the id of a recent file or of the one handed over; without one the host shows its dialog. Null when the dialog was
   * cancelled. The one that is open to be read is looked at anew; `takesOver` takes it from a holder that is silent.
   * Refused: `workspace-not-newest` with `NotNewest`, unless `isOlderAgreed`.
   */
  open: procedure
    .input(
      z.object({
        id: tokenSchema.optional(),
        takesOver: z.boolean().optional(),
        isOlderAgreed: z.boolean().optional(),
      }),
    )
    .output(out<WorkspaceInfo | null>()),
  /** A file chosen in a browser: a copy goes into the data folder and is opened. Refused: `workspace-not-newest`; the copy stays. */
  adopt: procedure.input(fileInput).output(out<WorkspaceInfo>()),
  /** A fresh copy of a bundled sample. */
  openSample: procedure.input(z.object({ sample: z.enum(sampleNames) })).output(out<WorkspaceInfo>()),
  /** Leaves the file that the system handed over unopened. */
  dropHanded: procedure.output(z.void()),
  /** Where the open file is not in its place: all of it into a new one, which is the open file from then on. Null when cancelled. */
  saveElsewhere: procedure.output(out<WorkspaceInfo | null>()),
  /** What can be read of a damaged file into a new one, which is the open file from then on. Null when cancelled. */
  saveReadable: procedure.output(out<WorkspaceInfo | null>()),
  /** All of it as a file to download, for a host without dialogs. Refused: `host-cannot` while it is in its place. */
  downloadMoved: procedure.output(z.file()),
  /** A file that is not in its place any more is kept whole in the data folder. */
  close: procedure.output(z.void()),
  /** Goes on with a file whose check found faults, where SQLite itself reads it whole. Refused: `workspace-damaged`. */
  writeAllTheSame: procedure.output(z.void()),
  /**
   * Names who works at the keyboard from now on, in a file that names nobody; else see `people.signIn`. `lends`: the
   * present one gets the keys back by `people.giveBack`. Refused: `name-taken`, `not-found`.
   */
  setOperator: procedure.input(z.object({ name: personNameSchema, lends: z.boolean().optional() })).output(z.void()),
  /** How many changes the page could not save so far: what the host says when its window is closed over them. */
  noteUnsaved: procedure.input(z.object({ count: z.int().nonnegative() })).output(z.void()),
  /** "Kiểm chứng" of the file as it is now (see `integritySteps`). */
  checkIntegrity: procedure.input(integrityInput).output(out<IntegrityReport>()),
  /** The same, telling how far it is. Who stops listening cancels it. */
  followIntegrity: procedure.input(integrityInput).output(integrityEvents),
}
