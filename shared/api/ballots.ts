import { z } from 'zod'
import { mostChoicesAtOnce } from '../domain/ballot/most-choices-at-once.ts'
import type { BallotIds } from '../domain/ballot/ballot-key.ts'
import type { BallotChoices, BallotTotals } from '../domain/scoring/types.ts'
import type { AgendaItemState, BallotState } from '../domain/session/session-record.ts'
import { chooseSchema, confirmSchema, opinionSchema, reopenSchema } from './ballot-act.ts'
import { ballotInput, itemInput, out, procedure, sessionInput } from './base.ts'

/** One ballot: one member, one product, one scoring round. */
export type Ballot = BallotIds & {
  readonly round: number
  /** 0 while nothing was chosen. */
  readonly version: number
  readonly state: BallotState | 'none'
  /** In form order. */
  readonly choices: BallotChoices
  readonly totals: BallotTotals
  /** The member's own words; empty for none. */
  readonly opinion: string
  /** ISO time of the last saved change, or null. */
  readonly savedAt: string | null
  /** Why this member does not score this product, or null. */
  readonly excluded: 'recused' | 'absent' | null
  /** Keyed and confirmed by others, and not to be seen by a clerk who may key it a second time: nothing is told of it. */
  readonly isHidden?: true
  /** Grows with every change of this ballot. */
  readonly revision: number
}

/** `version`: 0 where there is no ballot. */
export type BoardCell = Pick<Ballot, 'memberId' | 'version' | 'state' | 'excluded'> & {
  readonly answered: number
  /** Points of a ballot that counts; null of another, and for a clerk from whom it is hidden. */
  readonly total: number | null
}

export type BoardRow = {
  readonly agendaItemId: number
  readonly code: string
  readonly productName: string
  readonly producerName: string
  readonly state: AgendaItemState
  readonly round: number
  readonly isRejected: boolean
  readonly criteriaCount: number
  readonly cells: readonly BoardCell[]
  /** Ballots that count, of those that must. */
  readonly confirmed: number
  readonly needed: number
  /** Spread of the counted totals above the limit and not waived. */
  readonly needsDiscussion: boolean
  /** Null for a clerk from whom one of the ballots is hidden. */
  readonly spread: number | null
}

export const ballotsContract = {
  board: procedure.input(sessionInput).output(out<readonly BoardRow[]>()),
  get: procedure.input(ballotInput).output(out<Ballot>()),
  /** All ballots of one product in its present round, in member order. */
  ofItem: procedure.input(itemInput).output(out<readonly Ballot[]>()),
  /**
   * Saves one choice: the printed option's number (1-based), 0 = no level reached, null = not answered. Answers only after
   * the disk has it.
   */
  choose: procedure.input(chooseSchema).output(out<Ballot>()),
  /**
   * Writes the member's opinion, empty to take it back. It decides no result. On a `confirmed` ballot it makes the next
   * version, confirmed as it was, in one.
   */
  setOpinion: procedure.input(opinionSchema).output(out<Ballot>()),
  /** Confirms the ballot exactly as it was seen. */
  confirm: procedure.input(confirmSchema).output(out<Ballot>()),
  /** Opens a confirmed ballot again: a new draft version with the same choices and opinion, the old version is kept. */
  reopen: procedure.input(reopenSchema).output(out<Ballot>()),
}

/** What the office's own windows have besides. */
export const windowBallotsContract = {
  ...ballotsContract,
  /**
   * Saves choices in the order made, in one write: as many as are taken. Answers the ballot of each of them; the first that is
   * refused ends it, and is refused by itself where it is asked for alone. A command each, as `choose`.
   */
  chooseEach: procedure
    .input(z.object({ acts: z.array(chooseSchema).min(1).max(mostChoicesAtOnce).readonly() }))
    .output(out<readonly Ballot[]>()),
}
