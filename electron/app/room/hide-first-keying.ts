import type { Ballot, BoardRow } from '../../../shared/api/ballots.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { BallotIds } from '../../../shared/domain/ballot/ballot-key.ts'
import type { ReadDb } from '../../db/handles.ts'
import { hasKeyed } from '../../db/queries/ballot-changes.ts'
import { findLiveBallot } from '../../db/queries/ballots.ts'
import { regulationOf } from '../../db/queries/councils.ts'
import { findSession } from '../../db/queries/sessions.ts'
import { readScoringPlace } from '../ballots/scoring-place.ts'
import { requireFound } from '../commit.ts'

type Clerk = { readonly db: ReadDb; readonly sessionId: number; readonly label: string }

/**
 * Where the regulations ask for second keying, a clerk sees nothing of a confirmed ballot that others keyed: it may be
 * the clerk who keys it a second time. Whoever opens it again sees it, and is one of those who keyed it from then on.
 */
export function hideFirstKeying<Output>(clerk: Clerk, output: Output): Output {
  if (!isKeyedTwice(clerk)) return output
  const hide = (each: unknown): unknown => {
    if (isBallot(each)) return isHidden(clerk, each) ? hideBallot(each) : each
    if (isBoardRow(each)) return hideTotals(clerk, each)
    return each
  }
  return (Array.isArray(output) ? output.map(hide) : hide(output)) as Output
}

/**
 * An act that guesses at a hidden ballot hears nothing of how near it is.
 *
 * @throws Refusal `ballot-confirmed`
 */
export function requireShown(clerk: Clerk, path: readonly string[], input: unknown): void {
  if (!guessing.has(path.join('.')) || !isOfBallot(input) || !isKeyedTwice(clerk)) return
  const ballot = findLiveBallot(clerk.db, readScoringPlace(clerk.db, input).key)
  if (ballot !== null && isHidden(clerk, ballot)) throw new Refusal('ballot-confirmed')
}

const guessing = new Set(['ballots.choose', 'ballots.confirm', 'ballots.setOpinion'])

function hideBallot(ballot: Ballot): Ballot {
  return {
    ...ballot,
    choices: ballot.choices.map(() => null),
    totals: { total: 0, parts: { A: 0, B: 0, C: 0 }, answered: 0, isComplete: false },
    opinion: '',
    isHidden: true,
  }
}

/** The spread would tell the total of the one ballot that is hidden, from that of another which is not. */
function hideTotals(clerk: Clerk, row: BoardRow): BoardRow {
  const { agendaItemId } = row
  const cells = row.cells.map((cell) => {
    const { memberId, state } = cell
    return isHidden(clerk, { agendaItemId, memberId, state }) ? { ...cell, total: null } : cell
  })
  const isAnyHidden = cells.some((cell, place) => cell !== row.cells[place])
  return isAnyHidden ? { ...row, cells, spread: null, needsDiscussion: false } : row
}

function isKeyedTwice({ db, sessionId }: Clerk): boolean {
  return regulationOf(requireFound(findSession(db, sessionId))).verification !== 'off'
}

function isHidden({ db, label }: Clerk, ballot: BallotIds & Pick<Ballot, 'state'>): boolean {
  return ballot.state === 'confirmed' && !hasKeyed(db, ballot, label)
}

const isBallot = (value: unknown): value is Ballot =>
  typeof value === 'object' && value !== null && 'totals' in value && 'choices' in value

const isBoardRow = (value: unknown): value is BoardRow =>
  typeof value === 'object' && value !== null && 'cells' in value && 'spread' in value

const isOfBallot = (value: unknown): value is BallotIds =>
  typeof value === 'object' &&
  value !== null &&
  'agendaItemId' in value &&
  'memberId' in value &&
  [value.agendaItemId, value.memberId].every((id) => typeof id === 'number')
