import { Refusal } from '../../../shared/api/refusal.ts'
import { memberLabel } from '../../../shared/domain/vietnamese/person-name.ts'
import type { AppContext, DeviceCall, GivenToken } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { findMember } from '../../db/queries/councils.ts'
import { insertRoomDevice, listRoomCodes, type RoomCodeRow, type RoomHolder } from '../../db/queries/room.ts'
import { commit, openDb, requireFound } from '../commit.ts'
import { agreeOnKey, hashToken, isCodeRight, makeToken } from './codes.ts'
import { openRoom } from './devices.ts'

/** More devices of one member push out the oldest: a phone, a tablet, and what was lost or borrowed. */
const devicesOfMember = 4
/** A clerk keys at one laptop: a code that is used at another one shows at the first. */
const devicesOfClerk = 1

type Entrance = (
  isWanted: (holder: RoomHolder & { readonly id: number }) => boolean,
  attempt: Pick<DeviceCall, 'address' | 'publicKey'> & { readonly code: string },
) => Promise<GivenToken & { readonly holder: RoomHolder }>

/**
 * The way into the open room, for members and clerks alike: answers a token for the right code.
 *
 * @throws Refusal `not-found`, `code-wrong` and `code-wait` (detail `seconds` until the next try), `room-off`
 */
export function createEntrance(app: AppContext): Entrance {
  return async (isWanted, { code, ...device }) => {
    const { address } = device
    const room = openRoom(app)
    const { sessionId, tries } = room
    const kept = requireFound(listRoomCodes(openDb(app), sessionId).find(isWanted))
    // A try under way counts as wrong until it is known: a hundred at once are no more than a hundred in a row.
    const attempt = tries.begin(kept.id, address)
    if (!attempt.isMade) throw new Refusal('code-wait', { seconds: seconds(attempt.waitMs) })
    const isRight = await isCodeRight(code, kept)
    // Another file may have a session of that number in its room by now.
    if (openRoom(app) !== room) throw new Refusal('room-off')
    if (!isRight) {
      recordWrongTry(app, kept, { address, wrongTries: attempt.count })
      throw new Refusal('code-wrong', { seconds: seconds(attempt.waitMs) })
    }
    const given = takeDevice(app, kept, device)
    attempt.right()
    return { ...given, holder: kept }
  }
}

const seconds = (milliseconds: number): number => Math.ceil(milliseconds / 1000)

/** Keeps a new device of the code and answers its token. */
function takeDevice(
  app: AppContext,
  kept: RoomCodeRow,
  { address, publicKey: ofDevice }: Pick<DeviceCall, 'address' | 'publicKey'>,
): GivenToken {
  const token = makeToken()
  const { publicKey, proofKey } = agreeOnKey(ofDevice)
  const actor = labelOf(openDb(app), kept)
  commit({ ...app, actor }, 'room.enter', (db, now) => {
    // The code may have been reset or taken back while it was checked.
    if (!listRoomCodes(db, kept.sessionId).some(({ id, hash }) => id === kept.id && hash === kept.hash)) {
      throw new Refusal('code-wrong', { seconds: 0 })
    }
    const most = kept.clerk === null ? devicesOfMember : devicesOfClerk
    insertRoomDevice(db, { tokenHash: hashToken(token), codeId: kept.id, enteredAt: now, proofKey, address, most })
    return { result: undefined, audit: ofHolder(kept, { address }), sessionId: kept.sessionId }
  })
  return { token, publicKey }
}

/** The address stands in the audit alone: a refusal is written to no log. */
function recordWrongTry(
  app: AppContext,
  kept: RoomCodeRow,
  facts: { readonly address: string; readonly wrongTries: number },
): void {
  commit(app, 'room.wrongCode', () => ({
    result: undefined,
    audit: ofHolder(kept, facts),
    sessionId: kept.sessionId,
  }))
}

/** What the audit keeps of a code: under the member whose it is, or with the clerk's name. */
export function ofHolder<Facts>({ sessionId, memberId, clerk }: RoomHolder, facts: Facts) {
  return clerk === null
    ? { subject: `member:${memberId}`, detail: { sessionId, ...facts } }
    : { subject: `session:${sessionId}`, detail: { sessionId, clerk, ...facts } }
}

const labelOf = (db: ReadDb, { memberId, clerk }: RoomHolder): string =>
  clerk ?? memberLabel(requireFound(findMember(db, memberId ?? 0)))
