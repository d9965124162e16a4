import { Refusal } from '../../../shared/api/refusal.ts'
import { memberLabel } from '../../../shared/domain/vietnamese/person-name.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { findMember } from '../../db/queries/councils.ts'
import {
  insertRoomDevice,
  listRoomCodes,
  setWrongTries,
  type RoomCodeRow,
  type RoomHolder,
} from '../../db/queries/room.ts'
import { commit, openDb, requireFound } from '../commit.ts'
import { hashToken, isCodeRight, makeToken, triesBeforeLock } from './codes.ts'
import { openRoom } from './devices.ts'

/** More devices of one member push out the oldest: a phone, a tablet, and what was lost or borrowed. */
const devicesOfMember = 4
/** A clerk keys at one laptop: a code that is used at another one shows at the first. */
const devicesOfClerk = 1

type Entrance = (
  isWanted: (holder: RoomHolder & { readonly id: number }) => boolean,
  code: string,
) => Promise<{ readonly token: string; readonly holder: RoomHolder }>

/**
 * The way into the open room, for members and clerks alike: answers a token for the right code.
 *
 * @throws Refusal `not-found`, `code-wrong` (detail `left`), `code-locked`, `room-off`
 */
export function createEntrance(app: AppContext): Entrance {
  const checking = new Map<number, number>()
  return async (isWanted, code) => {
    const { sessionId } = openRoom(app)
    const kept = requireFound(listRoomCodes(openDb(app), sessionId).find(isWanted))
    // Tries under way count as wrong until they are known: a hundred at once are still five.
    const underWay = checking.get(kept.id) ?? 0
    if (kept.wrongTries + underWay >= triesBeforeLock) throw new Refusal('code-locked')
    checking.set(kept.id, underWay + 1)
    const isRight = await isCodeRight(code, kept).finally(() => {
      checking.set(kept.id, (checking.get(kept.id) ?? 1) - 1)
    })
    if (openRoom(app).sessionId !== sessionId) throw new Refusal('room-off')
    if (!isRight) throw countWrongTry(app, kept)
    return { token: takeDevice(app, kept), holder: kept }
  }
}

/** Keeps a new device of the code and answers its token. */
function takeDevice(app: AppContext, kept: RoomCodeRow): string {
  const token = makeToken()
  const actor = labelOf(openDb(app), kept)
  commit({ ...app, actor }, 'room.enter', (db, now) => {
    // The code may have been reset or taken back while it was checked.
    if (!listRoomCodes(db, kept.sessionId).some(({ id, hash }) => id === kept.id && hash === kept.hash)) {
      throw new Refusal('code-wrong', { left: triesBeforeLock })
    }
    setWrongTries(db, kept.id, 0)
    const most = kept.clerk === null ? devicesOfMember : devicesOfClerk
    insertRoomDevice(db, { tokenHash: hashToken(token), codeId: kept.id, enteredAt: now, most })
    return { result: undefined, audit: ofHolder(kept, {}), sessionId: kept.sessionId }
  })
  return token
}

/** Counts it and answers the refusal that says so. */
function countWrongTry(app: AppContext, kept: RoomCodeRow): Refusal {
  const wrongTries = commit(app, 'room.wrongCode', (db) => {
    const now = requireFound(listRoomCodes(db, kept.sessionId).find(({ id }) => id === kept.id))
    const tries = Math.min(triesBeforeLock, now.wrongTries + 1)
    setWrongTries(db, kept.id, tries)
    return { result: tries, audit: ofHolder(kept, { wrongTries: tries }), sessionId: kept.sessionId }
  })
  const left = triesBeforeLock - wrongTries
  return left === 0 ? new Refusal('code-locked') : new Refusal('code-wrong', { left })
}

/** What the audit keeps of a code: under the member whose it is, or with the clerk's name. */
export function ofHolder<Facts>({ sessionId, memberId, clerk }: RoomHolder, facts: Facts) {
  return clerk === null
    ? { subject: `member:${memberId}`, detail: { sessionId, ...facts } }
    : { subject: `session:${sessionId}`, detail: { sessionId, clerk, ...facts } }
}

const labelOf = (db: ReadDb, { memberId, clerk }: RoomHolder): string =>
  clerk ?? memberLabel(requireFound(findMember(db, memberId ?? 0)))
