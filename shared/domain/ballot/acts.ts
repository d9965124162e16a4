import { assertNever } from '../assert-never.ts'
import type { BallotChoices } from '../scoring/types.ts'
import type { BallotState } from '../session/session-record.ts'
import type { BallotIds } from './ballot-key.ts'
import { isSettled } from './state.ts'

/**
 * One thing that somebody does to a ballot, with what was on the screen then (`seen`). It is made once, under an id of its
 * own, and may be sent any number of times.
 */
export type BallotAct = ChooseAct | OpinionAct | ConfirmAct | ReopenAct

export type ActPlace = BallotIds & {
  /** 128 random bits in hexadecimal. */
  readonly actId: string
  /** The scoring round that was on the screen. */
  readonly round: number
}

export type ChooseAct = ActPlace & {
  readonly kind: 'choose'
  readonly criterionIndex: number
  /** 1-based printed option, 0 = no level reached, null = not answered. */
  readonly option: number | null
  /** The criterion's option as it was shown. */
  readonly seen: number | null
}

/** Writes the member's own words, empty to take them back; they decide no result. `seen`: those that were shown. */
export type OpinionAct = ActPlace & {
  readonly kind: 'opinion'
  readonly opinion: string
  readonly seen: string
  /**
   * On a ballot that was shown settled, as that version: it is opened with that reason, written and settled again at once,
   * compared as it was, for no point changes. Left out by who may write on a draft alone.
   */
  readonly confirmed?: { readonly version: number; readonly reason: string } | undefined
}

export type ConfirmAct = ActPlace & {
  readonly kind: 'confirm'
  /** Every choice as it was shown. */
  readonly seen: BallotChoices
  /** The opinion as it was shown; acts of an older program do not say. */
  readonly seenOpinion?: string | undefined
}

/** `seen`: the confirmed version as it was shown. */
export type ReopenAct = ActPlace & { readonly kind: 'reopen'; readonly reason: string; readonly seen: number }

/** What acts meet: a ballot as it is saved, or as it is shown. */
export type ActedBallot = BallotIds & {
  readonly round: number
  /** 0 while nothing was chosen. */
  readonly version: number
  readonly state: BallotState | 'none'
  readonly choices: BallotChoices
  /** The member's own words; empty for none. */
  readonly opinion: string
}

/** What an act comes to on a ballot as it is now. */
export type ActReading =
  | 'changes'
  /** The ballot is as the act wants it. */
  | 'already-so'
  /** It is neither what the act wants nor what was on the screen. */
  | 'changed-elsewhere'
  /** A choice or an opinion for a ballot that is confirmed. */
  | 'settled'

/** Decides for the application, and foretells for the screens, what an act of this ballot's round comes to. */
export function readAct(ballot: Omit<ActedBallot, keyof BallotIds | 'round'>, act: BallotAct): ActReading {
  switch (act.kind) {
    case 'choose': {
      const now = ballot.choices[act.criterionIndex] ?? null
      if (isSettled(ballot.state)) return 'settled'
      if (now === act.option) return 'already-so'
      return now === act.seen ? 'changes' : 'changed-elsewhere'
    }
    case 'opinion':
      if (isSettled(ballot.state) && act.confirmed === undefined) return 'settled'
      if (ballot.opinion === act.opinion) return 'already-so'
      if (isSettled(ballot.state) && ballot.version !== act.confirmed?.version) return 'changed-elsewhere'
      return ballot.opinion === act.seen ? 'changes' : 'changed-elsewhere'
    case 'confirm':
      if (act.seen.length !== ballot.choices.length || unseenRows(ballot, act).length > 0) return 'changed-elsewhere'
      if ((act.seenOpinion ?? ballot.opinion) !== ballot.opinion) return 'changed-elsewhere'
      return isSettled(ballot.state) ? 'already-so' : 'changes'
    case 'reopen':
      if (!isSettled(ballot.state)) return 'already-so'
      return ballot.version === act.seen ? 'changes' : 'changed-elsewhere'
    default:
      return assertNever(act)
  }
}

/** The criteria, by their place in the form, that are otherwise than the act saw them. */
export function unseenRows({ choices }: Pick<ActedBallot, 'choices'>, act: BallotAct): readonly number[] {
  if (act.kind === 'choose') return [act.criterionIndex]
  const seen = act.kind === 'confirm' ? act.seen : choices
  return choices.flatMap((choice, row) => (choice === seen[row] ? [] : [row]))
}

/**
 * The ballot as it will be once these acts, in the order made, have reached the application; those that will be refused,
 * of another ballot or of another round change nothing. Answers the saved ballot itself where nothing changes.
 */
export function layActs<Ballot extends ActedBallot>(saved: Ballot, acts: readonly BallotAct[]): Ballot {
  return acts.reduce(withAct, saved)
}

/** Whether an act is for this ballot, in its present round. */
export function isActOf(act: ActPlace, ballot: BallotIds & Pick<ActedBallot, 'round'>): boolean {
  return act.agendaItemId === ballot.agendaItemId && act.memberId === ballot.memberId && act.round === ballot.round
}

function withAct<Ballot extends ActedBallot>(ballot: Ballot, act: BallotAct): Ballot {
  if (!isActOf(act, ballot) || readAct(ballot, act) !== 'changes') return ballot
  switch (act.kind) {
    case 'choose':
      return {
        ...ballot,
        choices: ballot.choices.map((choice, row) => (row === act.criterionIndex ? act.option : choice)),
        state: 'draft',
        version: Math.max(1, ballot.version),
      }
    case 'opinion':
      return isSettled(ballot.state)
        ? { ...ballot, opinion: act.opinion, version: ballot.version + 1 }
        : { ...ballot, opinion: act.opinion, state: 'draft', version: Math.max(1, ballot.version) }
    case 'confirm':
      return { ...ballot, state: 'confirmed' }
    case 'reopen':
      return { ...ballot, state: 'draft', version: ballot.version + 1 }
    default:
      return assertNever(act)
  }
}
