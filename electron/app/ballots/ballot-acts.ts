import type { AuditDetails } from '../../../shared/api/audit-details.ts'
import type { Ballot } from '../../../shared/api/ballots.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { ChooseAct, ConfirmAct, OpinionAct, ReopenAct } from '../../../shared/domain/ballot/acts.ts'
import { choiceAt, withChoice } from '../../../shared/domain/ballot/choice-text.ts'
import { isSettled } from '../../../shared/domain/ballot/state.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { normaliseText } from '../../../shared/domain/vietnamese/normalise-input.ts'
import type { WriteDb } from '../../db/handles.ts'
import { setBallotState, writeBallotChoices, writeOpinion, type BallotRow } from '../../db/queries/ballots.ts'
import { requireFound, type Change } from '../commit.ts'
import { actOnce, requireSeen, type Acted } from './act-once.ts'
import { ballotChange, beginBallot, supersedeBallot } from './change-ballot.ts'
import { requireOffered } from './require-offered.ts'
import { toBallot } from './scoring-place.ts'

/** An act with who does it, for the secretary, a clerk and a member's own device alike. Each runs in its command's transaction. */
type Call<Act> = { readonly act: Omit<Act, 'kind'>; readonly by: string; readonly now: string }
type Changed<Name extends keyof AuditDetails> = Change<Ballot, AuditDetails[Name]>

/**
 * Writes one choice; the ballot begins with its first one.
 *
 * @throws Refusal those of `actOnce`, `requireOffered` and `requireSeen`
 */
export function chooseOnce(db: WriteDb, { act, now }: Call<ChooseAct>): Changed<'ballots.choose'> {
  return actOnce(db, act, {
    read,
    write: (at) => {
      const { place } = at
      const { criterionIndex, option: to } = act
      requireOffered(place, act)
      const ballot = toBallot(place, at.row)
      if (!requireSeen(db, place, { ballot, act: { kind: 'choose', ...act } })) return { result: ballot, audit: null }
      const row = at.row ?? beginBallot(db, place, now)
      const choices = withChoice(row.choices, criterionIndex, to)
      const written = writeBallotChoices(db, { ballotId: row.id, choices, savedAt: now })
      const criterion = requireFound(listCriteria(place.form)[criterionIndex]).criterion.code
      const detail = { criterion, from: choiceAt(row.choices, criterionIndex), to, round: place.scoringRound }
      return ballotChange({ place, result: toBallot(place, written), detail })
    },
  })
}

/**
 * Confirms a complete draft exactly as it was seen.
 *
 * @throws Refusal those of `actOnce` and `requireSeen`, `ballot-incomplete`
 */
export function confirmOnce(db: WriteDb, { act, by, now }: Call<ConfirmAct>): Changed<'ballots.confirm'> {
  return actOnce(db, act, {
    read,
    write: ({ place, row }) => {
      const ballot = toBallot(place, row)
      const meeting = { ballot: withCleanOpinion(ballot), act: { kind: 'confirm', ...act } } as const
      if (!requireSeen(db, place, meeting)) return { result: ballot, audit: null }
      const { answered, isComplete, total, parts } = ballot.totals
      if (row === null || !isComplete) {
        throw new Refusal('ballot-incomplete', { missing: ballot.choices.length - answered })
      }
      const confirmed = setBallotState(db, { ballotId: row.id, state: 'confirmed', at: now, by })
      const detail = { version: row.version, total, parts }
      return ballotChange({ place, result: toBallot(place, confirmed), detail })
    },
  })
}

/**
 * Opens a settled ballot again, as the next version with all that it held.
 *
 * @throws Refusal those of `actOnce` and `requireSeen`
 */
export function reopenOnce(db: WriteDb, { act, by, now }: Call<ReopenAct>): Changed<'ballots.reopen'> {
  return actOnce(db, act, {
    read,
    write: ({ place, row }) => {
      const ballot = toBallot(place, row)
      const isToOpen = requireSeen(db, place, { ballot, act: { kind: 'reopen', ...act } })
      if (row === null || !isToOpen) return { result: ballot, audit: null }
      const { reason } = act
      const next = supersedeBallot(db, { row, now, reason, by })
      return ballotChange({
        place,
        result: toBallot(place, next),
        detail: { reason, from: row.version, to: next.version },
      })
    },
  })
}

/**
 * Writes the member's opinion, before or after the first choice; on a confirmed ballot as its next version, confirmed by who
 * writes it: nothing can come between. A ballot that a second person compared stays compared, in the names of both: its
 * points are those that they keyed.
 *
 * @throws Refusal those of `actOnce` and `requireSeen`
 */
export function writeOpinionOnce(db: WriteDb, { act, by, now }: Call<OpinionAct>): Changed<'ballots.setOpinion'> {
  return actOnce(db, act, {
    read,
    write: ({ place, row }) => {
      const ballot = toBallot(place, row)
      const { opinion: from } = ballot
      const { opinion: to } = act
      const meeting = { ballot: withCleanOpinion(ballot), act: { kind: 'opinion', ...act } } as const
      if (!requireSeen(db, place, meeting)) return { result: ballot, audit: null }
      const detail = { from, to, round: place.scoringRound }
      if (row === null || !isSettled(row.state)) {
        const { id } = row ?? beginBallot(db, place, now)
        const written = writeOpinion(db, { ballotId: id, text: to, savedAt: now })
        return ballotChange({ place, result: toBallot(place, written), detail })
      }
      const { reason } = requireFound(act.confirmed)
      const { id: ballotId, version } = supersedeBallot(db, { row, now, reason, by })
      writeOpinion(db, { ballotId, text: to, savedAt: now })
      const settled = settleAgain(db, { ballotId, row, by, now })
      return ballotChange({ place, result: toBallot(place, settled), detail: { ...detail, version, reason } })
    },
  })
}

type Resettled = { readonly ballotId: number; readonly row: BallotRow; readonly by: string; readonly now: string }

/** Puts the next version where `row`, the one before it, stood. */
function settleAgain(db: WriteDb, { ballotId, row, by, now: at }: Resettled): BallotRow {
  const { confirmedBy, verifiedBy } = row
  if (row.state !== 'verified') return setBallotState(db, { ballotId, state: 'confirmed', at, by })
  setBallotState(db, { ballotId, state: 'confirmed', at, by: confirmedBy ?? by })
  return setBallotState(db, { ballotId, state: 'verified', at, by: verifiedBy ?? by })
}

function read({ place, row }: Acted): Ballot {
  return toBallot(place, row)
}

/** What is seen is compared: an older program kept marks that nobody sees. */
function withCleanOpinion(ballot: Ballot): Ballot {
  return { ...ballot, opinion: normaliseText(ballot.opinion) }
}
