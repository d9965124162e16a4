import { implement } from '@orpc/server'
import { Refusal } from '../../../shared/api/refusal.ts'
import { roomContract } from '../../../shared/api/room-device.ts'
import type { AppContext, DeviceCall } from '../../context.ts'
import { findMember } from '../../db/queries/councils.ts'
import { deleteRoomDevice, insertRoomDevice, listRoomCodes, setWrongTries } from '../../db/queries/room.ts'
import { chooseOnce, confirmOnce } from '../ballots/ballot-acts.ts'
import { readBallot } from '../ballots/scoring-place.ts'
import { createCommitTogether } from '../commit-together.ts'
import { commit, requireFound, openDb } from '../commit.ts'
import { carryRefusal, logBugs } from '../procedures.ts'
import { hashToken, isCodeRight, makeToken, triesBeforeLock } from './codes.ts'
import { actOnDevice, visiblePlace } from './device-ballot.ts'
import { listSeats, readDeviceState, toDeviceBallot } from './device-state.ts'
import { enteredDevice, memberLabel, openRoom } from './devices.ts'
import { followOwnChanges } from './follow-changes.ts'

/** More devices of one member push out the oldest: a phone, a tablet, and what was lost or borrowed. */
const devicesOfMember = 4

const procedures = implement(roomContract)
  .$context<DeviceCall>()
  .use(({ next }) => carryRefusal(async () => next()))

/** All that a member's device can reach. It shares no procedure with the application's own router. */
export function createDeviceRouter(app: AppContext) {
  const checking = new Map<number, number>()
  const together = createCommitTogether(app)
  const { log } = app
  return procedures
    .use(({ next, path }) => logBugs({ next: async () => next(), path, log }))
    .router({
      seats: procedures.seats.handler(() => listSeats(openDb(app), openRoom(app).sessionId)),

      enter: procedures.enter.handler(async ({ input, context }) => {
        const { sessionId } = openRoom(app)
        const { seatId: memberId, code } = input
        const kept = requireFound(listRoomCodes(openDb(app), sessionId).find((row) => row.memberId === memberId))
        // Tries under way count as wrong until they are known: a hundred at once are still five.
        const underWay = checking.get(memberId) ?? 0
        if (kept.wrongTries + underWay >= triesBeforeLock) throw new Refusal('code-locked')
        checking.set(memberId, underWay + 1)
        const isRight = await isCodeRight(code, kept).finally(() => {
          checking.set(memberId, (checking.get(memberId) ?? 1) - 1)
        })
        if (openRoom(app).sessionId !== sessionId) throw new Refusal('room-off')
        if (!isRight) throw countWrongTry(app, { sessionId, memberId })
        const token = makeToken()
        const db = openDb(app)
        const actor = memberLabel(requireFound(findMember(db, memberId)))
        commit({ ...app, actor }, 'room.enter', (db, now) => {
          // The code may have been reset while it was checked.
          const isCurrent = listRoomCodes(db, sessionId).some(
            (row) => row.memberId === memberId && row.hash === kept.hash,
          )
          if (!isCurrent) throw new Refusal('code-wrong', { left: triesBeforeLock })
          setWrongTries(db, { sessionId, memberId, wrongTries: 0 })
          const device = { tokenHash: hashToken(token), sessionId, memberId, enteredAt: now }
          insertRoomDevice(db, { ...device, most: devicesOfMember })
          return { result: undefined, audit: { subject: `member:${memberId}`, detail: { sessionId } }, sessionId }
        })
        context.giveToken(token)
        return readDeviceState(app, db, { sessionId, memberId })
      }),

      leave: procedures.leave.handler(({ context }) => {
        const device = enteredDevice(app, context)
        const { sessionId, memberId, tokenHash } = device
        commit({ ...app, actor: device.label }, 'room.leave', (db) => {
          deleteRoomDevice(db, tokenHash)
          return { result: undefined, audit: { subject: `member:${memberId}`, detail: { sessionId } }, sessionId }
        })
        context.giveToken(null)
      }),

      me: procedures.me.handler(({ context }) => {
        const device = enteredDevice(app, context)
        return readDeviceState(app, device.db, device)
      }),

      form: procedures.form.handler(
        ({ input, context }) => visiblePlace(enteredDevice(app, context), input.agendaItemId).form,
      ),

      ballot: procedures.ballot.handler(({ input, context }) => {
        const device = enteredDevice(app, context)
        return toDeviceBallot(readBallot(device.db, visiblePlace(device, input.agendaItemId)))
      }),

      choose: procedures.choose.handler(({ input, context }) =>
        together((app) =>
          actOnDevice(app, enteredDevice(app, context), { command: 'ballots.choose', act: input, write: chooseOnce }),
        ),
      ),

      confirm: procedures.confirm.handler(({ input, context }) =>
        together((app) =>
          actOnDevice(app, enteredDevice(app, context), { command: 'ballots.confirm', act: input, write: confirmOnce }),
        ),
      ),

      changes: procedures.changes.handler(({ context, signal }) => followOwnChanges(app, context, signal)),
    })
}

/** Counts it and answers the refusal that says so. */
function countWrongTry(
  app: AppContext,
  { sessionId, memberId }: { readonly sessionId: number; readonly memberId: number },
): Refusal {
  const wrongTries = commit(app, 'room.wrongCode', (db) => {
    const kept = requireFound(listRoomCodes(db, sessionId).find((row) => row.memberId === memberId))
    const tries = Math.min(triesBeforeLock, kept.wrongTries + 1)
    setWrongTries(db, { sessionId, memberId, wrongTries: tries })
    return {
      result: tries,
      audit: { subject: `member:${memberId}`, detail: { sessionId, wrongTries: tries } },
      sessionId,
    }
  })
  const left = triesBeforeLock - wrongTries
  return left === 0 ? new Refusal('code-locked') : new Refusal('code-wrong', { left })
}
