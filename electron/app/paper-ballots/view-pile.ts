import type { Ballot } from '../../../shared/api/ballots.ts'
import type {
  PaperBallot,
  PaperBallotRow,
  PaperBallotState,
  PaperPile,
  PilePage,
} from '../../../shared/api/paper-ballots.ts'
import { ballotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import { isSettled } from '../../../shared/domain/ballot/state.ts'
import { compareBallot, type BallotComparison } from '../../../shared/domain/paper-ballots/compare-ballot.ts'
import { ballotCode } from '../../../shared/domain/session/ballot-code.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listTakenKeys, type TakenKey } from '../../db/queries/ballot-scans.ts'
import { listLiveBallots, type BallotRow } from '../../db/queries/ballots.ts'
import { readBallot, readScoringPlace } from '../ballots/scoring-place.ts'
import { readChoices } from '../../../shared/domain/ballot/choice-text.ts'
import { requireFound } from '../commit.ts'
import {
  gatherPile,
  isToReadAgain,
  readPlaces,
  scannedPages,
  type PaperPlaces,
  type PiledBallot,
} from './gather-pile.ts'
import type { PiledPage, Pile } from './pile.ts'
import { isDrawable, viewSample } from './view-sample.ts'

/** A pile as a window sees it. */
export function viewPile(db: ReadDb, pile: Pile): PaperPile {
  const at = readPlaces(db, pile.sessionId)
  const { ballots, unplaced } = gatherPile(pile, at)
  const rowOf = rowMaker(db, pile.sessionId, at)
  const rows = ballots.map((ballot) => rowOf(ballot).row)
  return {
    files: [...pile.files.values()].map(({ id, name, pages }) => ({ id, name, pages: pages ?? 0 })),
    reading: pile.reading,
    left: pagesLeft(pile, at),
    watched: pile.watched,
    ballots: rows,
    unplaced: unplaced.map(({ page, why }) => ({
      ...pageName(page),
      why,
      productCode: page.outcome.label?.productCode ?? '',
      memberCode: page.outcome.label?.memberCode ?? '',
    })),
    mayTakeReady: at.record.regulation.takesClearPaper,
    mayBeDrawn: rows.filter(isDrawable).length,
    sample: pile.sample === null ? null : viewSample(pile.sample, rows),
  }
}

function pagesLeft(pile: Pile, { desk }: PaperPlaces): number {
  // A file that was never opened has at least one.
  const known = [...pile.files.values()].reduce((sum, { pages }) => sum + (pages ?? 1), 0)
  return known - [...pile.pages.values()].filter((page) => !isToReadAgain(page, desk)).length
}

/** One ballot of a pile. @throws Refusal `not-found` where it has no page of it */
export function viewBallot(
  db: ReadDb,
  pile: Pile,
  ids: { readonly agendaItemId: number; readonly memberId: number },
): PaperBallot {
  const at = readPlaces(db, pile.sessionId)
  const piled = requireFound(findPiled(gatherPile(pile, at).ballots, at, ids))
  const { row, comparison } = rowMaker(db, pile.sessionId, at)(piled)
  const place = readScoringPlace(db, ids)
  return {
    ...row,
    criteria: piled.read.criteria.toSorted((a, b) => a.index - b.index),
    differences: comparison.differences,
    ballot: readBallot(db, place),
    pages: piled.pages.map((page, index) => {
      const plan = page?.reading.plan
      return {
        number: index + 1,
        source: page === null ? null : pageName(page),
        width: plan?.width ?? 0,
        height: plan?.height ?? 0,
        criteria: plan?.criteria ?? [],
        written: plan?.written ?? [],
        copies: piled.copies.flatMap((copy) => (copy.reading.plan.page === index + 1 ? [pageName(copy)] : [])),
      }
    }),
  }
}

export function findPiled(
  ballots: readonly PiledBallot[],
  { places }: PaperPlaces,
  ids: { readonly agendaItemId: number; readonly memberId: number },
): PiledBallot | undefined {
  return ballots.find(({ read }) => {
    const place = places[read.ballot]
    return place?.item.id === ids.agendaItemId && place.member.id === ids.memberId
  })
}

const pageName = ({ id, file, page }: PiledPage): PilePage => ({ id, file: file.name, page })

/** Makes the line of each ballot, against what the file has of it. */
function rowMaker(db: ReadDb, sessionId: number, { places }: PaperPlaces) {
  const live = new Map(listLiveBallots(db, sessionId).map((row) => [ballotKey(row), row]))
  const taken = new Set(listTakenKeys(db, sessionId).map(takenKey))
  return (piled: PiledBallot): { readonly row: PaperBallotRow; readonly comparison: BallotComparison } => {
    const { read, pages } = piled
    const { item, member, round } = requireFound(places[read.ballot])
    const ids = { agendaItemId: item.id, memberId: member.id }
    const ballot = live.get(ballotKey(ids))
    const comparison = compareBallot(read, ballot === undefined ? [] : readChoices(ballot.choices))
    const missingPages = pages.flatMap((page, index) => (page === null ? [index + 1] : []))
    const isTaken =
      isSettled(ballot?.state) &&
      scannedPages(piled).every(({ reading }) =>
        taken.has(takenKey({ ...ids, scoringRound: round, number: reading.plan.page, sha256: reading.sha256 })),
      )
    const row: PaperBallotRow = {
      ...ids,
      code: ballotCode({ productCode: item.code, memberCode: member.code, round }),
      round,
      productName: item.productName,
      memberName: member.name,
      state: isTaken ? 'taken' : stateOf({ ballot, piled, comparison, isWhole: missingPages.length === 0 }),
      keyed: stateWord(ballot),
      missingPages,
      open: comparison.unread.map(({ code }) => code),
      different: ballot === undefined ? [] : differing(ballot, comparison).map(({ read: { code } }) => code),
      isUnsigned: pages.at(-1)?.reading.isUnsigned ?? null,
    }
    return { row, comparison }
  }
}

const stateWord = (ballot: BallotRow | undefined): Ballot['state'] =>
  ballot === undefined || ballot.state === 'superseded' ? 'none' : ballot.state

const takenKey = ({ agendaItemId, memberId, scoringRound, number, sha256 }: TakenKey): string =>
  [agendaItemId, memberId, scoringRound, number, sha256].join('/')

/** What was not keyed yet is no difference. */
function differing(ballot: BallotRow, { differences }: BallotComparison): BallotComparison['differences'] {
  return isSettled(ballot.state) ? differences : differences.filter(({ keyed }) => keyed !== null)
}

type StateInput = {
  readonly ballot: BallotRow | undefined
  readonly piled: PiledBallot
  readonly comparison: BallotComparison
  readonly isWhole: boolean
}

function stateOf({ ballot, piled, comparison, isWhole }: StateInput): PaperBallotState {
  if (isSettled(ballot?.state)) {
    return isWhole && comparison.differences.length === 0 && comparison.unread.length === 0 ? 'agrees' : 'differs'
  }
  const isKeyedOtherwise = ballot !== undefined && differing(ballot, comparison).length > 0
  return piled.read.isReady && !isKeyedOtherwise ? 'ready' : 'unclear'
}
