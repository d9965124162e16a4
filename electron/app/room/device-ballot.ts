import type { AuditDetails } from '../../../shared/api/audit-details.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { DeviceBallot } from '../../../shared/api/room-device.ts'
import type { AppContext } from '../../context.ts'
import type { WriteDb } from '../../db/handles.ts'
import { insertAct, isActKnown } from '../../db/queries/room.ts'
import { writeChoice, writeConfirmation } from '../ballots/change-ballot.ts'
import { openScoringPlace, readBallot, readScoringPlace, type ScoringPlace } from '../ballots/scoring-place.ts'
import { commit, type Change } from '../commit.ts'
import type { Ballot } from '../../../shared/api/ballots.ts'
import { toDeviceBallot } from './device-state.ts'
import type { EnteredDevice } from './devices.ts'

type Act = {
  readonly agendaItemId: number
  readonly choiceId: string
  /** The scoring round that the member scored in. */
  readonly round: number
}

/** The place of a member's own ballot. A product of another session or one recused from is as if it were not there. */
export function visiblePlace(device: EnteredDevice, agendaItemId: number): ScoringPlace {
  const place = readScoringPlace(device.db, { agendaItemId, memberId: device.memberId })
  if (place.sessionId !== device.sessionId || place.exclusion === 'recused') throw new Refusal('not-found')
  return place
}

/** @throws Refusal `round-over`, `ballot-changed-elsewhere` and those of `openScoringPlace` and `writeChoice` */
export function chooseOnDevice(
  app: AppContext,
  device: EnteredDevice,
  act: Act & {
    readonly criterionIndex: number
    readonly option: number | null
    readonly seen?: number | null | undefined
    readonly expectedRevision?: number | undefined
  },
): DeviceBallot {
  return actOnce(app, device, act, 'ballots.choose', ({ db, place, now }) => {
    if (act.seen !== undefined) {
      const now = readBallot(db, place).choices[act.criterionIndex] ?? null
      if (now !== act.seen && now !== act.option) throw new Refusal('ballot-changed-elsewhere')
    }
    const { criterionIndex, option, expectedRevision } = act
    return writeChoice(db, { place, criterionIndex, option, expectedRevision, now })
  })
}

/** @throws Refusal `round-over`, `ballot-changed-elsewhere` and those of `openScoringPlace` and `writeConfirmation` */
export function submitOnDevice(
  app: AppContext,
  device: EnteredDevice,
  act: Act & { readonly choices: readonly (number | null)[] },
): DeviceBallot {
  return actOnce(app, device, act, 'ballots.confirm', ({ db, place, now, by }) => {
    const ballot = readBallot(db, place)
    const isAsSeen =
      ballot.choices.length === act.choices.length && ballot.choices.every((choice, row) => choice === act.choices[row])
    if (!isAsSeen) throw new Refusal('ballot-changed-elsewhere')
    return writeConfirmation(db, { place, expectedRevision: undefined, now, by })
  })
}

/**
 * Carries an act out once: a device that never heard the answer repeats it with the same id, however late, and gets the
 * ballot as it is by then. Act and id are written in one transaction.
 */
function actOnce<Name extends 'ballots.choose' | 'ballots.confirm'>(
  app: AppContext,
  device: EnteredDevice,
  act: Act,
  command: Name,
  write: (parts: {
    readonly db: WriteDb
    readonly place: ScoringPlace
    readonly now: string
    readonly by: string
  }) => Change<Ballot, AuditDetails[Name]>,
): DeviceBallot {
  const by = device.label
  const ballot = commit({ ...app, actor: by }, command, (db, now) => {
    const place = visiblePlace(device, act.agendaItemId)
    const id = { memberId: device.memberId, choiceId: act.choiceId }
    if (isActKnown(db, id)) return { result: readBallot(db, place), audit: null }
    openScoringPlace(db, place.key)
    // What was scored for the round before must not slip into the new one.
    if (place.scoringRound !== act.round) throw new Refusal('round-over')
    const change = write({ db, place, now, by })
    insertAct(db, { ...id, agendaItemId: act.agendaItemId })
    return change
  })
  return toDeviceBallot(ballot)
}
