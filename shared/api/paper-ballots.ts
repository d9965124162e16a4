import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import type { BallotIds } from '../domain/ballot/ballot-key.ts'
import type { CriterionDifference } from '../domain/paper-ballots/compare-ballot.ts'
import type { ReadCriterion } from '../domain/paper-ballots/gather-ballots.ts'
import type { Box, PlannedCriterion } from '../domain/paper-ballots/page-plan.ts'
import type { UnplacedReason } from '../domain/paper-ballots/unplaced-reason.ts'
import { ballotInput, fileInput, idInput, idSchema, out, procedure, reasonOrNoneSchema, sessionInput } from './base.ts'
import { confirmSchema } from './ballot-act.ts'
import type { Ballot } from './ballots.ts'
import type { PaperFile } from './paper-file.ts'

/**
 * How a ballot of a pile stands, against what the file has of it:
 * - `taken`: these very pages were taken before
 * - `agrees`: it was keyed, and the paper says the same
 * - `differs`: it was keyed, and the paper says otherwise or not clearly
 * - `ready`: not keyed, and every criterion of it has one clear value
 * - `unclear`: not keyed, and a person has to look
 */
export type PaperBallotState = 'unclear' | 'ready' | 'differs' | 'agrees' | 'taken'

/** A ballot of which the pile has at least a page, in the order of the agenda. */
export type PaperBallotRow = BallotIds & {
  /** `SP07/TV04` */
  readonly code: string
  /** Scoring round. */
  readonly round: number
  readonly productName: string
  readonly memberName: string
  readonly state: PaperBallotState
  /** Of the file's ballot; `none`: nothing was keyed. */
  readonly keyed: Ballot['state']
  readonly missingPages: readonly number[]
  /** Codes of criteria that a person has to look at, whether a ballot was keyed or not. */
  readonly open: readonly string[]
  /** Codes of criteria that were keyed otherwise than read. */
  readonly different: readonly string[]
  /** Nothing is written where the member signs; null where that page is missing. */
  readonly isUnsigned: boolean | null
}

/** A page of a file, from 1. `id` names it while the pile is there. */
export type PilePage = { readonly id: number; readonly file: string; readonly page: number }

export type UnplacedPage = PilePage & {
  readonly why: UnplacedReason
  /** What its code says; empty where it was not read. */
  readonly productCode: string
  readonly memberCode: string
}

/** A pile of scanned pages, kept by the program while the file is open. */
export type PaperPile = {
  readonly files: readonly { readonly id: number; readonly name: string; readonly pages: number }[]
  /** Being read right now, by whichever window; null while nothing is. */
  readonly reading: { readonly done: number; readonly of: number } | null
  /** Pages that `read` would read: those it did not come to, and those that the meeting has a ballot for by now. */
  readonly left: number
  /** The folder that is watched for new files; null for none. */
  readonly watched: string | null
  readonly ballots: readonly PaperBallotRow[]
  readonly unplaced: readonly UnplacedPage[]
  /** Ready ballots may be taken all at once, by the session's regulations. */
  readonly mayTakeReady: boolean
  /** Ready and signed: what a sample is drawn of. */
  readonly mayBeDrawn: number
  /** Null before one was drawn; it outlives the pile. */
  readonly sample: PaperSample | null
}

/** Ready ballots that the program drew, to be looked at and taken one by one before the others are taken at once. */
export type PaperSample = {
  readonly drawn: readonly BallotIds[]
  /** Taken just as they were read, so far. */
  readonly agreed: number
  /** One of them was corrected: the others are looked at one by one too. */
  readonly hasFailed: boolean
  /** Ballots that it stands for and that are still ready: what would be taken at once. */
  readonly rest: number
  /** Ballots that became ready after it was drawn: they take part in the next draw. */
  readonly later: number
}

/** One ballot of a pile. */
export type PaperBallot = PaperBallotRow & {
  /** In form order. */
  readonly criteria: readonly ReadCriterion[]
  readonly differences: readonly CriterionDifference[]
  /** What the file has of the ballot. */
  readonly ballot: Ballot
  readonly pages: readonly PaperBallotPage[]
}

/** A page of a ballot, laid straight: boxes are millimetres from its upper left corner. */
export type PaperBallotPage = {
  /** From 1. */
  readonly number: number
  /** Null where it is missing. */
  readonly source: PilePage | null
  /** Millimetres. */
  readonly width: number
  readonly height: number
  readonly criteria: readonly PlannedCriterion[]
  /** The same page scanned again, read otherwise. */
  readonly copies: readonly PilePage[]
  /** What is written by hand, and shown only: boxes of A, B, C and the sum, the opinion, the signature. */
  readonly written: readonly { readonly what: 'total' | 'opinion' | 'signature'; readonly box: Box }[]
}

/** A page that was taken with a ballot; its file lies in the folder beside the workspace. */
export type TakenPage = {
  readonly id: number
  readonly number: number
  readonly round: number
  readonly file: PaperFile
  /** Which page of the file, from 1. */
  readonly page: number
  /** Of the page's greys. */
  readonly sha256: string
  readonly takenAt: string
  readonly takenBy: string
}

const readEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: z.int(), of: z.int() }),
  /** Of a watched folder: everything in it is read. */
  z.object({ kind: z.literal('waiting'), folder: z.string(), isGone: z.boolean() }),
  z.object({ kind: z.literal('too-large'), name: z.string(), megabytes: z.number() }),
  z.object({ kind: z.literal('done'), done: z.int(), of: z.int() }),
])
export type PaperReadEvent = z.infer<typeof readEventSchema>

const pageInput = z.object({ id: idSchema, dpi: z.int().min(20).max(300) })

export const paperBallotsContract = {
  pile: procedure.input(sessionInput).output(out<PaperPile>()),
  /** How many ballots of all piles of the open file nobody has taken yet: they are gone once it is closed. */
  waiting: procedure.output(out<{ readonly ballots: number }>()),
  /** Puts a file to the pile; the same bytes again change nothing. Refused: `file-too-large`. */
  addFile: procedure.input(sessionInput.extend(fileInput.shape)).output(out<{ readonly isNew: boolean }>()),
  /**
   * Reads what was not read yet and tells how far it is. Who stops listening cancels it: pages that were read stay. Refused
   * (`paper-being-read`) while somebody reads.
   */
  read: procedure.input(sessionInput).output(eventIterator(readEventSchema)),
  /**
   * Asks for a folder, and reads the files in it and those that come into it for as long as somebody listens. Ends at once where no
   * folder was chosen. Refused: `host-cannot`, `paper-being-read`.
   */
  watch: procedure.input(sessionInput).output(eventIterator(readEventSchema)),
  /** Forgets the pile; what was taken stays. */
  clear: procedure.input(sessionInput).output(out<void>()),
  /** Refused: `not-found` where the pile has no page of it. */
  ballot: procedure.input(ballotInput).output(out<PaperBallot>()),
  /**
   * Says of a spare page which ballot it is; the other pages of the spare too, where they lie in its file one after the other.
   * Refused: `paper-other-form`, and `not-found` for a page that is no spare.
   */
  assign: procedure.input(ballotInput.extend({ pageId: idSchema })).output(out<void>()),
  /** A page of the pile as a grey picture, straight where its corner marks were found (PNG). */
  picture: procedure.input(pageInput).output(z.file()),
  /**
   * Takes a ballot from its paper: what a person saw and corrected becomes the ballot, confirmed, and its pages are kept
   * beside the file. A ballot that is confirmed already with the same choices keeps its version; with others it gets the next
   * one, and a reason is due (`reason-required`), as for a ballot with a missing page. Refused: those of `ballots.confirm`; `not-found` without a page in the pile;
   * what a disk refuses.
   */
  take: procedure
    .input(
      confirmSchema.extend({
        /** The options as they are taken; every criterion has one. */
        options: z.array(z.int().min(0).max(50)).max(200).readonly(),
        reason: reasonOrNoneSchema.optional(),
      }),
    )
    .output(out<Ballot>()),
  /** Draws a sample of the ready, signed ballots of which none was drawn yet. Refused: `paper-sample-not-allowed`. */
  drawSample: procedure.input(sessionInput).output(out<PaperSample>()),
  /**
   * Takes the ready ballots that the sample was drawn of as they were read, each as `take` does. Refused: `paper-sample-not-allowed`, `paper-sample-open` unless
   * every ballot of the sample was taken just as it was read; those of `take`, what was taken before it stays.
   */
  takeReady: procedure.input(sessionInput).output(out<{ readonly taken: number }>()),
  /** Pages that were taken with a ballot, newest first. */
  taken: procedure.input(ballotInput).output(out<readonly TakenPage[]>()),
  /** One of them as `picture` has it. Refused: `paper-file-missing`. */
  takenPicture: procedure.input(pageInput).output(z.file()),
  /** Opens the file of a taken page with the system's program. Refused: `host-cannot`, `paper-file-missing`. */
  viewFile: procedure.input(idInput).output(out<void>()),
  /** The same as bytes, for a browser. */
  takeFile: procedure.input(idInput).output(z.file()),
}
