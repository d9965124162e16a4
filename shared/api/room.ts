import { z } from 'zod'
import type { BallotIds } from '../domain/ballot/ballot-key.ts'
import type { MemberRole } from '../domain/session/session-record.ts'
import { idSchema, out, personNameSchema, procedure, sessionInput } from './base.ts'

/** One IPv4 address of this machine that the room can be opened on. */
export type RoomInterface = {
  /** The system's name of the interface: `Wi-Fi`, `en0`. */
  readonly name: string
  readonly address: string
  /** 127.0.0.1: reaches this machine only, to try the room out. */
  readonly isLoopback: boolean
}

export type OpenRoomFacts = {
  readonly sessionId: number
  readonly address: string
  readonly port: number
  /** What members open: `http://192.168.1.20:47811`. */
  readonly link: string
  readonly isEncrypted: boolean
  /** SHA-256 of the application's own certificate, as browsers show it; null with the office's, and without one. */
  readonly fingerprint: string | null
  /** ISO time. */
  readonly startedAt: string
  /** When the machine's address became another one last, and from which: the link before leads nowhere. */
  readonly moved: { readonly at: string; readonly from: string } | null
  /** The machine has no network now; the room goes on when it has one again. */
  readonly isCutOff: boolean
}

/** At one code since it was issued, by address; whoever then came in from there is none of them. */
export type WrongTries = readonly { readonly address: string; readonly count: number }[]

/** A device's token was used from another address than it entered from. */
export type DeviceAlert = {
  readonly deviceId: number
  readonly address: string
  /** ISO time. */
  readonly at: string
  /** With the device's own key: it moved, or both were stolen. Without, the call was refused. */
  readonly isOwn: boolean
}

export type RoomMember = {
  readonly memberId: number
  /** Place in the council's order, from 1: what the member picks on the phone. */
  readonly seat: number
  readonly code: string
  readonly name: string
  readonly role: MemberRole
  readonly isPresent: boolean
  /** False for a member who joined the council after the room was switched on: `resetCode` issues one. */
  readonly hasCode: boolean
  readonly wrongTries: WrongTries
  readonly alerts: readonly DeviceAlert[]
  /** Devices that entered with this member's code. */
  readonly devices: number
  /** Devices of this member that listen right now. */
  readonly connected: number
  /** Acts that wait on this member's phones, by product, as each said with its last call. */
  readonly waiting: readonly { readonly agendaItemId: number; readonly code: string; readonly count: number }[]
}

export type RoomStatus = {
  /** False where this host cannot open a room. */
  readonly isAvailable: boolean
  /** At hand to encrypt a room: the office's own, which always does, or one that the application made before. */
  readonly certificate: 'office' | 'made' | null
  readonly open: OpenRoomFacts | null
  /** In the council's order; empty while the room is off. */
  readonly members: readonly RoomMember[]
  /** In the order of their numbers. */
  readonly clerks: readonly RoomClerk[]
}

/** Who keys paper ballots in a browser on a second laptop. */
export type RoomClerk = {
  readonly clerkId: number
  /** As the entering page shows it; it stays while the clerk does. */
  readonly number: number
  /** As the audit names the clerk. */
  readonly name: string
  readonly wrongTries: WrongTries
  readonly alerts: readonly DeviceAlert[]
  readonly devices: number
  readonly connected: number
  /** The ballot before the clerk now, or null. */
  readonly at: BallotIds | null
  /** Ballots of this session that the clerk confirmed, or keyed a second time, today. */
  readonly settledToday: number
}

/** Somebody else with a ballot open to key it. */
export type AtBallot = BallotIds & { readonly who: string }

/**
 * Of a member or of a clerk, the other id is null. `code` is null where it was issued before the application ended
 * unexpectedly: only its hash is kept.
 */
export type RoomCode = {
  readonly memberId: number | null
  readonly clerkId: number | null
  readonly code: string | null
}

const done = z.void()

/** The secretary's side of the meeting room. What members' devices may call is `room-device.ts`. */
export const roomControlContract = {
  status: procedure.output(out<RoomStatus>()),
  listInterfaces: procedure.output(out<readonly RoomInterface[]>()),
  /**
   * Opens the room of one open session on one address of this machine, encrypted where the office has a certificate, or
   * where `isEncrypted` asks for one of the application's own. Refused: `host-cannot`, `session-not-open`,
   * `session-locked`, `room-already-on`, `room-address-gone`, `room-port-taken`, `room-certificate-unusable`.
   */
  switchOn: procedure
    .input(
      z.object({
        sessionId: idSchema,
        address: z.ipv4(),
        port: z.int().min(1024).max(65_535).optional(),
        isEncrypted: z.boolean().optional(),
      }),
    )
    .output(out<RoomStatus>()),
  /** Ends the room: every device has to enter anew after the next `switchOn`. */
  switchOff: procedure.output(done),
  /**
   * A new code for one member, whose devices are turned away, or for one clerk, whose laptop stays until the new code is
   * used at another one.
   */
  resetCode: procedure
    .input(z.union([z.object({ memberId: idSchema }), z.object({ clerkId: idSchema })]))
    .output(z.object({ code: z.string() })),
  showCodes: procedure.output(out<readonly RoomCode[]>()),
  /** Lets a clerk in, with a code of their own. Refused: `room-off`, `name-taken` as `workspace.setOperator`. */
  addClerk: procedure.input(z.object({ name: personNameSchema.pipe(z.string().max(100)) })).output(done),
  /** Shuts out one device at once, by its alert. */
  shutDevice: procedure.input(z.object({ deviceId: idSchema })).output(done),
  /** The secretary knows the device: its alerts so far are shown no more. */
  dismissAlerts: procedure.input(z.object({ deviceId: idSchema })).output(done),
  /** Shuts a clerk out at once: code and laptop are turned away. */
  shutClerk: procedure.input(z.object({ clerkId: idSchema })).output(done),
  /**
   * Says which ballot the asker has before them, none without one, and answers who else has which. It is said again
   * every few seconds, by each screen on which ballots are keyed; who falls silent is gone.
   */
  attend: procedure
    .input(sessionInput.extend({ agendaItemId: idSchema.optional(), memberId: idSchema.optional() }))
    .output(out<readonly AtBallot[]>()),
}
