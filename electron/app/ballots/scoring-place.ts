import { Refusal } from '../../../shared/api/refusal.ts'
import type { Ballot } from '../../../shared/api/ballots.ts'
import { emptyChoices, readChoices, type ChoiceText } from '../../../shared/domain/ballot/choice-text.ts'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { totalBallot } from '../../../shared/domain/scoring/ballot-totals.ts'
import type { ReadDb } from '../../db/handles.ts'
import { findLiveBallot, type BallotOfRound, type BallotRow } from '../../db/queries/ballots.ts'
import { loadSealedCriteriaSet } from '../../db/queries/sealed-files.ts'
import { findScoringPlace, type ScoringPlaceRow } from '../../db/queries/scoring-place.ts'
import { requireFound } from '../commit.ts'

/** Everything that decides whether and how one member may score one product. */
export type ScoringPlace = ScoringPlaceRow & { readonly form: CriteriaSet; readonly key: BallotOfRound }

type MemberItem = { readonly agendaItemId: number; readonly memberId: number }

/** @throws Refusal `not-found`: no such product, or a member of another council. */
export function readScoringPlace(db: ReadDb, { agendaItemId, memberId }: MemberItem): ScoringPlace {
  const row = requireFound(findScoringPlace(db, { agendaItemId, memberId }))
  return {
    ...row,
    form: loadSealedCriteriaSet(db, row.criteriaFileId),
    key: { agendaItemId, memberId, scoringRound: row.scoringRound },
  }
}

/** Lets a place pass whose ballot may change now. @throws Refusal `session-locked`, `session-not-open`, `member-recused`, `member-absent` */
export function requireOpen(place: ScoringPlace): void {
  if (place.sessionState === 'closed') throw new Refusal('session-locked')
  if (place.sessionState !== 'open') throw new Refusal('session-not-open')
  const excluded = exclusionOf(place)
  if (excluded === 'recused') throw new Refusal('member-recused')
  if (excluded === 'absent') throw new Refusal('member-absent')
}

/** The live ballot of a place as the screens see it. */
export function readBallot(db: ReadDb, place: ScoringPlace): Ballot {
  return toBallot(place, findLiveBallot(db, place.key))
}

export function toBallot(place: ScoringPlace, row: BallotRow | null): Ballot {
  const choices = readChoices(row?.choices ?? noChoices(place))
  return {
    agendaItemId: place.key.agendaItemId,
    memberId: place.key.memberId,
    round: place.key.scoringRound,
    version: row?.version ?? 0,
    state: row?.state ?? 'none',
    choices,
    totals: totalBallot(place.form, choices),
    opinion: row?.opinion ?? '',
    savedAt: row?.savedAt ?? null,
    excluded: exclusionOf(place),
    revision: row?.revision ?? 0,
  }
}

/** Nothing answered in the place's form. */
export function noChoices({ form }: ScoringPlace): ChoiceText {
  return emptyChoices(listCriteria(form).length)
}

function exclusionOf(place: ScoringPlaceRow): 'recused' | 'absent' | null {
  if (place.exclusion !== null) return place.exclusion
  return place.isPresent === 1 ? null : 'absent'
}
