import type { DeviceResult } from '../../../shared/api/room-device.ts'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import { isFinished } from '../../../shared/domain/session/ballots-due.ts'
import { finalStar } from '../../../shared/domain/session/outcome.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listAgendaItems, type SessionRow } from '../../db/queries/sessions.ts'
import { readSessionFrame, tallySession } from '../sessions/session-record.ts'

/**
 * What members' devices may show of the results, by agenda item: of the products that the chair has revealed, and only
 * where the session's regulations let members see them. Scores leave for a device through this function alone.
 */
export function readDeviceResults(db: ReadDb, session: SessionRow): ReadonlyMap<number, DeviceResult> {
  if (session.memberSight !== 'revealed-result') return new Map()
  const revealed = new Set(listAgendaItems(db, session.id).flatMap((row) => (row.revealedAt === null ? [] : row.id)))
  if (revealed.size === 0) return new Map()
  const frame = readSessionFrame(db, session.id)
  const floors = floorsOf(frame)
  const results = new Map<number, DeviceResult>()
  // The whole session in one pass: it takes no longer than a few products one by one.
  for (const item of tallySession(db, frame)) {
    if (!revealed.has(item.id)) continue
    results.set(item.id, {
      mean: formatMean(item.result.mean, floors),
      star: finalStar(item),
      isProvisional: !isFinished(item, frame.members),
    })
  }
  return results
}
