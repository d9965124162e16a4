import type { ProjectorView } from '../../../shared/api/results.ts'
import { isSettled } from '../../../shared/domain/ballot/state.ts'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import { provisionalBallots } from '../../../shared/domain/session/ballots-due.ts'
import { scoringMembers } from '../../../shared/domain/session/counting-ballots.ts'
import { finalStar } from '../../../shared/domain/session/outcome.ts'
import { isSummaryDue, screenSteps } from '../../../shared/domain/session/screen-steps.ts'
import { summariseScreen } from '../../../shared/domain/session/screen-summary.ts'
import type { BallotState, ItemRecord } from '../../../shared/domain/session/session-record.ts'
import type { ReadDb } from '../../db/handles.ts'
import { findProduct } from '../../db/queries/products.ts'
import { readSessionCouncil } from '../../db/queries/session-copies.ts'
import { listAgendaItems } from '../../db/queries/sessions.ts'
import { requireFound } from '../commit.ts'
import { buildItemRecord, readSessionFrame, unsealedRecord, type SessionFrame } from '../sessions/session-record.ts'

/** What the projector shows now. Scores leave this function only once the chair has opened the product. */
export function readProjectorView(db: ReadDb, sessionId: number): ProjectorView {
  const frame = readSessionFrame(db, sessionId)
  const agenda = listAgendaItems(db, sessionId)
  const { state, currentItemId } = frame.session
  const position = agenda.findIndex(({ id }) => id === currentItemId)
  const row = agenda[position]
  const shown = {
    state,
    agenda: agenda.map(({ id, revealedAt, scoringRound: round }) => ({ id, round, isRevealed: revealedAt !== null })),
  }
  const openedIds = new Set(shown.agenda.filter(({ isRevealed }) => isRevealed).map(({ id }) => id))
  return {
    councilName: readSessionCouncil(db, frame.session).name,
    state,
    productCount: agenda.length,
    steps: screenSteps({ ...shown, currentItemId }),
    summary:
      row === undefined && isSummaryDue(shown) ? summariseScreen(unsealedRecord(db, sessionId), openedIds) : null,
    current:
      row === undefined
        ? null
        : {
            productId: row.productId,
            hasPicture: requireFound(findProduct(db, row.productId)).hasPicture,
            position: position + 1,
            ...currentItem({ frame, item: buildItemRecord(db, frame, row), isRevealed: row.revealedAt !== null }),
          },
  }
}

function currentItem(place: { readonly frame: SessionFrame; readonly item: ItemRecord; readonly isRevealed: boolean }) {
  const { frame, item, isRevealed } = place
  const states = scoringMembers(frame.members, item).map(
    ({ id }) => item.ballots.find(({ memberId }) => memberId === id)?.state,
  )
  return {
    agendaItemId: item.id,
    code: item.code,
    productName: item.productName,
    producerName: item.producerName,
    setNumber: item.form.setNumber,
    setName: item.form.name,
    round: item.round,
    isRejected: isRevealed && item.result.isRejected,
    // Sorted: the place of a seat must not tell who has not scored yet.
    seats: states.map(seatOf).toSorted(),
    result: isRevealed ? openedResult(frame, item) : null,
  }
}

function openedResult(frame: SessionFrame, item: ItemRecord) {
  const { mean, isReferred, partMeans, reasons } = item.result
  return {
    mean: formatMean(mean, floorsOf(frame)),
    star: finalStar(item),
    provisional: provisionalBallots(item, frame.members),
    isReferred,
    parts: item.form.parts.map(({ code, max }) => ({
      code,
      mean: formatMean(partMeans[code], []),
      max,
    })),
    reasons,
  }
}

function seatOf(state: BallotState | undefined): 'empty' | 'draft' | 'done' {
  if (isSettled(state)) return 'done'
  return state === 'draft' ? 'draft' : 'empty'
}
