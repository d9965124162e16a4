import type { DeviceResult } from '../../../shared/api/room-device.ts'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import type { WorkspaceDb } from '../../db/open.ts'
import { listAgendaItems, type SessionRow } from '../../db/queries/sessions.ts'
import { buildItemRecord, readSessionFrame } from '../sessions/session-record.ts'

/**
 * What members' devices may show of the results, by agenda item: of the products that the chair has revealed, and only
 * where the session's regulations let members see them. Scores leave for a device through this function alone.
 */
export function readDeviceResults(db: WorkspaceDb, session: SessionRow): ReadonlyMap<number, DeviceResult> {
  if (session.memberSight !== 'revealed-result') return new Map()
  const revealed = listAgendaItems(db, session.id).filter(({ revealedAt }) => revealedAt !== null)
  if (revealed.length === 0) return new Map()
  const frame = readSessionFrame(db, session.id)
  const floors = floorsOf(frame)
  return new Map(
    revealed.map((row) => {
      const { mean, star } = buildItemRecord(db, frame, row).result
      return [row.id, { mean: formatMean({ mean, floors }), star }]
    }),
  )
}
