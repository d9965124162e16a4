import type { Ballot } from '../../../shared/api/ballots.ts'
import type { DeviceBallot, DeviceProduct, DeviceResult, DeviceState, Seat } from '../../../shared/api/room-device.ts'
import { emptyChoices, readChoices } from '../../../shared/domain/ballot/choice-text.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import {
  listMemberProducts,
  listMemberBallots,
  type MemberProductRow,
  type MemberBallotRow,
} from '../../db/queries/room-products.ts'
import { listRoomCodes } from '../../db/queries/room.ts'
import { loadSealedCriteriaSet } from '../../db/queries/sealed-files.ts'
import { readSessionCouncil } from '../../db/queries/session-copies.ts'
import { findSession, listSessionMembers } from '../../db/queries/sessions.ts'
import { requireFound } from '../commit.ts'
import { readDeviceResults } from './device-results.ts'

type MemberOfSession = { readonly sessionId: number; readonly memberId: number }

/**
 * Everything that one member sees in the room: the session, the products not recused, their own ballots, and results as
 * far as the regulations let members see them.
 */
export function readDeviceState(app: AppContext, db: ReadDb, member: MemberOfSession): DeviceState {
  const session = requireFound(findSession(db, member.sessionId))
  const members = listSessionMembers(db, session)
  const own = requireFound(members.find(({ id }) => id === member.memberId))
  const ballots = new Map(listMemberBallots(db, member).map((ballot) => [ballot.agendaItemId, ballot]))
  const results = readDeviceResults(db, session)
  return {
    place: `${app.workspace.current?.id ?? ''}.${session.id}.${member.memberId}`,
    seat: members.indexOf(own) + 1,
    role: own.role,
    memberName: own.name,
    session: {
      councilName: readSessionCouncil(db, session).name,
      year: session.year,
      round: session.round,
      heldOn: session.heldOn,
    },
    alerts: alertsOf(app, db, member),
    memberSight: session.memberSight,
    products: listMemberProducts(db, member).map((row) =>
      toDeviceProduct({
        db,
        row,
        memberId: member.memberId,
        ballot: ballots.get(row.agendaItemId) ?? null,
        result: results.get(row.agendaItemId) ?? null,
      }),
    ),
  }
}

function alertsOf(app: AppContext, db: ReadDb, { sessionId, memberId }: MemberOfSession): DeviceState['alerts'] {
  const code = listRoomCodes(db, sessionId).find((each) => each.memberId === memberId)
  return (app.room.current?.alerts ?? [])
    .filter(({ codeId, isSettled }) => codeId === code?.id && !isSettled)
    .map(({ address, at, isOwn }) => ({ address, at, isOwn }))
}

/** The council's members in its order, by number and role only. */
export function listSeats(db: ReadDb, sessionId: number): readonly Seat[] {
  return listSessionMembers(db, requireFound(findSession(db, sessionId))).map(({ id, role }, index) => ({
    seatId: id,
    seat: index + 1,
    role,
  }))
}

export function toDeviceBallot({ totals: _totals, excluded: _excluded, ...own }: Ballot): DeviceBallot {
  return own
}

function toDeviceProduct(source: {
  readonly db: ReadDb
  readonly row: MemberProductRow
  readonly memberId: number
  readonly ballot: MemberBallotRow | null
  readonly result: DeviceResult | null
}): DeviceProduct {
  const { db, row, memberId, ballot, result } = source
  const criteria = listCriteria(loadSealedCriteriaSet(db, row.criteriaFileId)).length
  return {
    agendaItemId: row.agendaItemId,
    code: row.code,
    productName: row.productName,
    producerName: row.producerName,
    formKey: String(row.criteriaFileId),
    criteriaCase: row.criteriaCase,
    isAbsent: row.isAbsent === 1,
    isRejected: row.isRejected === 1,
    ballot: {
      agendaItemId: row.agendaItemId,
      memberId,
      round: row.scoringRound,
      version: ballot?.version ?? 0,
      state: ballot?.state ?? 'none',
      choices: readChoices(ballot?.choices ?? emptyChoices(criteria)),
      opinion: ballot?.opinion ?? '',
      revision: ballot?.revision ?? 0,
      savedAt: ballot?.savedAt ?? null,
    },
    result,
  }
}
