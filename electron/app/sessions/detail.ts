import type { AgendaItem, SessionDetail } from '../../../shared/api/sessions.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { countQuorum } from '../../../shared/domain/scoring/quorum.ts'
import { scoringMembers } from '../../../shared/domain/session/counting-ballots.ts'
import { agendaItemState } from '../../../shared/domain/session/item-state.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { readAgendaFacts, type AgendaFacts } from '../../db/queries/agenda-facts.ts'
import { listLiveBallots, type BallotRow } from '../../db/queries/ballots.ts'
import { loadSealedCriteriaSet } from '../../db/queries/sealed-files.ts'
import { readSessionCouncil } from '../../db/queries/session-copies.ts'
import { listAgendaItems, type AgendaRow } from '../../db/queries/sessions.ts'
import { dossiersOnAgenda, namesOfItems, type ReadRegistration } from '../registrations/read-dossiers.ts'
import { listKnockouts } from './knockouts.ts'
import { approvalOf, readSessionFrame, type SessionFrame } from './session-record.ts'

/** A session with its agenda and attendance, without a single score: what the planning screens show. */
export function readSessionDetail(app: AppContext, db: ReadDb, sessionId: number): SessionDetail {
  const frame = readSessionFrame(db, sessionId)
  const { session, ruleSet } = frame
  const rows = listAgendaItems(db, sessionId)
  const facts = readAgendaFacts(
    db,
    rows.map(({ id }) => id),
  )
  const dossiers = session.state === 'closed' ? new Map<number, ReadRegistration>() : dossiersOnAgenda(app, db, session)
  const ballots = Map.groupBy(listLiveBallots(db, sessionId), (ballot) => ballot.agendaItemId)
  return {
    id: session.id,
    councilId: session.councilId,
    councilName: readSessionCouncil(db, session).name,
    ruleSetId: ruleSet.id,
    ruleSetTitle: ruleSet.shortTitle,
    level: session.level,
    year: session.year,
    round: session.round,
    heldOn: session.heldOn,
    place: session.place,
    referralThreshold: session.referralThreshold,
    state: session.state,
    openedAt: session.openedAt,
    closedAt: session.closedAt,
    digest: session.recordDigest ?? session.tallyDigest,
    regulation: frame.regulation,
    effectiveThreshold: frame.referralThreshold,
    members: frame.members,
    agenda: rows.map((row) =>
      toAgendaItem({
        db,
        frame,
        row,
        facts,
        ballots: ballots.get(row.id) ?? [],
        dossier: dossiers.get(row.productId) ?? null,
      }),
    ),
    quorum: countQuorum(frame.members, frame.regulation),
    currentItemId: session.currentItemId,
    soleOperatorNote: session.soleOperatorNote,
    approval: approvalOf(session),
  }
}

function toAgendaItem(source: {
  readonly db: ReadDb
  readonly frame: SessionFrame
  readonly row: AgendaRow
  readonly facts: AgendaFacts
  readonly ballots: readonly BallotRow[]
  readonly dossier: ReadRegistration | null
}): AgendaItem {
  const { db, frame, row, facts, ballots, dossier } = source
  const form = loadSealedCriteriaSet(db, row.criteriaFileId)
  const exclusions = facts.exclusions.get(row.id) ?? []
  const knockouts = listKnockouts(form, facts.knockouts.get(row.id) ?? [])
  const needed = new Set(scoringMembers(frame.members, { exclusions }).map(({ id }) => id))
  return {
    id: row.id,
    productId: row.productId,
    code: row.code,
    productName: row.productName,
    producerId: row.producerId,
    producerName: row.producerName,
    setNumber: form.setNumber,
    setName: form.name,
    application: row.application,
    criteriaCase: row.criteriaCase,
    needsCase: listCriteria(form).some(({ criterion }) => criterion.cases !== undefined),
    position: row.position,
    state: agendaItemState({
      isConcluded: row.concludedStar !== null,
      isRejected: knockouts.some(({ answer }) => answer === 'yes'),
      ballotStates: ballots.filter(({ memberId }) => needed.has(memberId)).map(({ state }) => state),
      needed: needed.size,
    }),
    round: row.scoringRound,
    exclusions: exclusions.map(({ memberId, kind, reason }) => ({ memberId, kind, reason })),
    knockouts,
    spreadWaiver: row.spreadWaiver,
    ...(dossier === null ? dossierOfItem(row) : dossierOfRegistration(dossier)),
    isRevealed: row.revealedAt !== null,
    criteriaIssues: form.issues ?? [],
  }
}

type Dossier = Pick<AgendaItem, 'samplesReceived' | 'dossierStatus' | 'dossierNote' | 'dossier'>

/** As it was said of the item itself, or kept as its session was locked. */
function dossierOfItem({ samplesReceived, dossierStatus, dossierNote }: AgendaRow): Dossier {
  return { samplesReceived, dossierStatus, dossierNote, dossier: null }
}

function dossierOfRegistration({ registration, law, reading }: ReadRegistration): Dossier {
  const [lacking, expired] = [reading.lacking, reading.expired].map((keys) => namesOfItems(law, keys))
  return {
    samplesReceived: registration.samplesReceived,
    dossierStatus: reading.status,
    dossierNote: registration.note,
    dossier: {
      registrationId: registration.id,
      application: registration.application,
      lacking: lacking ?? [],
      expired: expired ?? [],
    },
  }
}
