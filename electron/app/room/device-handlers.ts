import { implement } from '@orpc/server'
import { roomContract } from '../../../shared/api/room-device.ts'
import type { AppContext, DeviceCall } from '../../context.ts'
import { listRoomCodes, deleteRoomDevice } from '../../db/queries/room.ts'
import { chooseOnce, confirmOnce, writeOpinionOnce } from '../ballots/ballot-acts.ts'
import { readBallot } from '../ballots/scoring-place.ts'
import { createCommitTogether } from '../commit-together.ts'
import { commit, openDb } from '../commit.ts'
import { carryRefusal, carryRefusals, logBugs } from '../procedures.ts'
import { actOnDevice, visiblePlace } from './device-ballot.ts'
import { listSeats, readDeviceState, toDeviceBallot } from './device-state.ts'
import { enteredDevice, openRoom } from './devices.ts'
import { createEntrance } from './entrance.ts'
import { followOwnChanges } from './follow-changes.ts'
import { noteWaiting } from './waiting-acts.ts'

const procedures = implement(roomContract)
  .$context<DeviceCall>()
  .use(({ next }) => carryRefusal(async () => next()))

/** All that a member's device can reach. It shares no procedure with the application's own router. */
export function createDeviceRouter(app: AppContext) {
  const enter = createEntrance(app)
  const together = createCommitTogether(app)
  return procedures
    .use(({ next, path, signal }) => logBugs({ next: async () => next(), path, signal, app }))
    .use(async ({ next, context }, input) => {
      const item = itemOfAct(input)
      let answered: number | null = null
      try {
        const result = await next()
        answered = item
        return result
      } finally {
        noteWaiting(app, context, answered)
      }
    })
    .router({
      seats: procedures.seats.handler(() => listSeats(openDb(app), openRoom(app).sessionId)),

      enter: procedures.enter.handler(async ({ input, context }) => {
        const { holder, ...given } = await enter(({ memberId }) => memberId === input.seatId, {
          ...context,
          code: input.code,
        })
        context.giveToken(given)
        return readDeviceState(app, openDb(app), { sessionId: holder.sessionId, memberId: input.seatId })
      }),

      clerks: procedures.clerks.handler(() =>
        listRoomCodes(openDb(app), openRoom(app).sessionId).flatMap(({ id, number }) =>
          number === null ? [] : { clerkId: id, number },
        ),
      ),

      enterClerk: procedures.enterClerk.handler(async ({ input, context }) => {
        const given = await enter(({ id, clerk }) => clerk !== null && id === input.clerkId, {
          ...context,
          code: input.code,
        })
        context.giveClerkToken(given)
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

      setOpinion: procedures.setOpinion.handler(({ input, context }) =>
        together((app) =>
          actOnDevice(app, enteredDevice(app, context), {
            command: 'ballots.setOpinion',
            act: input,
            write: writeOpinionOnce,
          }),
        ),
      ),

      confirm: procedures.confirm.handler(({ input, context }) =>
        together((app) =>
          actOnDevice(app, enteredDevice(app, context), { command: 'ballots.confirm', act: input, write: confirmOnce }),
        ),
      ),

      changes: procedures.changes.handler(({ context, signal }) =>
        carryRefusals(followOwnChanges(app, context, signal)),
      ),
    })
}

/** The ballot of an act, told from what is only asked by the id that each act has. */
function itemOfAct(input: unknown): number | null {
  if (typeof input !== 'object' || input === null || !('actId' in input) || !('agendaItemId' in input)) return null
  return typeof input.agendaItemId === 'number' ? input.agendaItemId : null
}
