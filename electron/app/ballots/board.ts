import type { BoardCell, BoardRow } from '../../../shared/api/ballots.ts'
import { countAnswered } from '../../../shared/domain/ballot/choice-text.ts'
import { isSettled } from '../../../shared/domain/ballot/state.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { totalBallot } from '../../../shared/domain/scoring/ballot-totals.ts'
import { spreadState } from '../../../shared/domain/scoring/spread-state.ts'
import { agendaItemState } from '../../../shared/domain/session/item-state.ts'
import type { ReadDb } from '../../db/handles.ts'
import { readAgendaFacts, type AgendaFacts } from '../../db/queries/agenda-facts.ts'
import { listLiveBallots, type BallotRow } from '../../db/queries/ballots.ts'
import { loadSealedCriteriaSet } from '../../db/queries/sealed-files.ts'
import { listAgendaItems, type AgendaRow } from '../../db/queries/sessions.ts'
import { readSessionFrame, type SessionFrame } from '../sessions/session-record.ts'

/** Products × members: who has not scored, what is incomplete, what counts. */
export function readBoard(db: ReadDb, sessionId: number): readonly BoardRow[] {
  const frame = readSessionFrame(db, sessionId)
  const rows = listAgendaItems(db, sessionId)
  const facts = readAgendaFacts(
    db,
    rows.map(({ id }) => id),
  )
  const ballots = Map.groupBy(listLiveBallots(db, sessionId), (ballot) => ballot.agendaItemId)
  return rows.map((row) => toBoardRow({ db, frame, facts, row, ballots: ballots.get(row.id) ?? [] }))
}

function toBoardRow(source: {
  readonly db: ReadDb
  readonly frame: SessionFrame
  readonly facts: AgendaFacts
  readonly row: AgendaRow
  readonly ballots: readonly BallotRow[]
}): BoardRow {
  const { db, frame, facts, row, ballots } = source
  const form = loadSealedCriteriaSet(db, row.criteriaFileId)
  const exclusions = facts.exclusions.get(row.id) ?? []
  const cells = frame.members.map((member): BoardCell => {
    const ballot = ballots.find(({ memberId }) => memberId === member.id)
    const exclusion = exclusions.find(({ memberId }) => memberId === member.id)?.kind ?? null
    const excluded = exclusion ?? (member.isPresent ? null : 'absent')
    return {
      memberId: member.id,
      version: ballot?.version ?? 0,
      state: ballot?.state ?? 'none',
      answered: ballot === undefined ? 0 : countAnswered(ballot.choices),
      total:
        ballot === undefined || excluded !== null || !isSettled(ballot.state)
          ? null
          : totalBallot(form, ballot.choices).total,
      excluded,
    }
  })
  const needed = cells.filter(({ excluded }) => excluded === null)
  const counting = needed.filter(({ state }) => isSettled(state))
  const totals = counting.flatMap(({ total }) => total ?? [])
  const spread = totals.length < 2 ? 0 : Math.max(...totals) - Math.min(...totals)
  const isRejected = (facts.knockouts.get(row.id) ?? []).some((answer) => answer.isRejected)
  return {
    agendaItemId: row.id,
    code: row.code,
    productName: row.productName,
    producerName: row.producerName,
    state: agendaItemState({
      isConcluded: row.concludedStar !== null,
      isRejected,
      ballotStates: needed.flatMap(({ state }) => (state === 'none' ? [] : [state])),
      needed: needed.length,
    }),
    round: row.scoringRound,
    isRejected,
    criteriaCount: listCriteria(form).length,
    cells,
    confirmed: counting.length,
    needed: needed.length,
    needsDiscussion:
      !isRejected && spreadState({ spread, spreadWaiver: row.spreadWaiver, regulation: frame.regulation }) === 'open',
    spread,
  }
}
