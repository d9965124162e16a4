import type { AuditDetails } from '../../../shared/api/audit-details.ts'
import type { Ballot } from '../../../shared/api/ballots.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { DeviceBallot } from '../../../shared/api/room-device.ts'
import type { AppContext } from '../../context.ts'
import type { WriteDb } from '../../db/handles.ts'
import { readScoringPlace, type ScoringPlace } from '../ballots/scoring-place.ts'
import { commit, type Change } from '../commit.ts'
import { toDeviceBallot } from './device-state.ts'
import type { EnteredDevice } from './devices.ts'

/** The place of a member's own ballot. A product of another session or one recused from is as if it were not there. */
export function visiblePlace(device: EnteredDevice, agendaItemId: number): ScoringPlace {
  const place = readScoringPlace(device.db, { agendaItemId, memberId: device.memberId })
  if (place.sessionId !== device.sessionId || place.exclusion === 'recused') throw new Refusal('not-found')
  return place
}

/**
 * Carries out an act of the member's own, in the member's name.
 *
 * @throws Refusal `not-found` and those of `write`
 */
export function actOnDevice<Act extends { readonly agendaItemId: number }, Name extends keyof AuditDetails>(
  app: AppContext,
  device: EnteredDevice,
  doing: {
    readonly command: Name
    readonly act: Act
    readonly write: (
      db: WriteDb,
      call: { readonly act: Act & { readonly memberId: number }; readonly by: string; readonly now: string },
    ) => Change<Ballot, AuditDetails[Name]>
  },
): DeviceBallot {
  const { memberId, label: by } = device
  const { command, write } = doing
  const ballot = commit({ ...app, actor: by }, command, (db, now) => {
    visiblePlace(device, doing.act.agendaItemId)
    return write(db, { act: { ...doing.act, memberId }, by, now })
  })
  return toDeviceBallot(ballot)
}
