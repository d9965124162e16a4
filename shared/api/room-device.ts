import { eventIterator, type ContractRouterClient } from '@orpc/contract'
import { z } from 'zod'
import type { CaseCode, CriteriaSet } from '../domain/criteria/criteria-set.ts'
import type { MemberSight, StarOrNone } from '../domain/scoring/types.ts'
import type { MemberRole } from '../domain/session/session-record.ts'
import { memberChooseSchema, memberConfirmSchema, memberOpinionSchema } from './ballot-act.ts'
import type { Ballot } from './ballots.ts'
import type { DeviceAlert } from './room.ts'
import { idSchema, itemInput, out, procedure } from './base.ts'

/** A place at the table, before anyone proved to be its member: no names, since the page is open to the Wi-Fi. */
export type Seat = { readonly seatId: number; readonly seat: number; readonly role: MemberRole }

/** A clerk's place, by the number that stands at the clerk's name on the secretary's screen. */
export type ClerkPlace = { readonly clerkId: number; readonly number: number }

/** The member's own ballot for one product in its present scoring round. */
export type DeviceBallot = Omit<Ballot, 'totals' | 'excluded'>

/** A product's result as the room saw it: the council's, nothing of a single ballot. */
export type DeviceResult = {
  /** Two decimals and a comma; empty with no counted ballot. */
  readonly mean: string
  readonly star: StarOrNone
  /** Ballots are still due: both may change. How many is not told, since single ballots could be worked out from it. */
  readonly isProvisional: boolean
}

export type DeviceProduct = {
  readonly agendaItemId: number
  readonly code: string
  readonly productName: string
  readonly producerName: string
  /** Products with the same key have the same form: it is fetched once. */
  readonly formKey: string
  readonly criteriaCase: CaseCode | null
  /** The member is marked absent at this product, or at the session: it is shown and cannot be scored. */
  readonly isAbsent: boolean
  /** A knock-out question was answered yes: there is nothing left to score. */
  readonly isRejected: boolean
  readonly ballot: DeviceBallot
  /** Null until the chair reveals the product, and always under another sight than `revealed-result`. */
  readonly result: DeviceResult | null
}

export type DeviceState = {
  /** The same for the same member of the same session of the same file: what waits on the device is kept under it. */
  readonly place: string
  readonly seat: number
  readonly role: MemberRole
  /** Whose device this is: said to the member alone, after the code. */
  readonly memberName: string
  readonly session: {
    readonly councilName: string
    readonly year: number
    readonly round: number
    /** ISO date. */
    readonly heldOn: string
  }
  /** Where else this member's place was used from, in the order noted, until the secretary knows of it. */
  readonly alerts: readonly Pick<DeviceAlert, 'address' | 'at' | 'isOwn'>[]
  /** What the session's regulations let the device show. */
  readonly memberSight: MemberSight
  /** In agenda order, without those that the member does not score. */
  readonly products: readonly DeviceProduct[]
}

const changeSchema = z.object({
  /** The ballot that changed, or null: ask for everything anew. */
  agendaItemId: z.int().nullable(),
})

const codeSchema = z.string().regex(/^\d{6}$/)
/**
 * Everything that a member's own device can reach: a router of its own under `/rpc`, apart from the application's. Who
 * the member is follows from the device's token, a cookie that scripts cannot read, never from input. Every procedure
 * but `seats`, `clerks` and the two that enter refuses a device without a valid one: `device-unknown`. Besides `REFUSED` a device may hear
 * `TOO_MANY_REQUESTS` (status 429, with `Retry-After` in seconds): it waits and repeats the act with its id.
 */
export const roomContract = {
  seats: procedure.output(out<readonly Seat[]>()),
  /** The clerks' places in the order of their numbers; no names either. */
  clerks: procedure.output(out<readonly ClerkPlace[]>()),
  /** Six figures for one seat. Refused: `code-wrong`, `code-wait` (detail `seconds` until the next try). */
  enter: procedure.input(z.object({ seatId: idSchema, code: codeSchema })).output(out<DeviceState>()),
  /** The same for a clerk's place; the browser goes on to `clerkPath`, which has a router of its own (`clerk.ts`). */
  enterClerk: procedure.input(z.object({ clerkId: idSchema, code: codeSchema })).output(z.void()),
  /** Takes this device back out. */
  leave: procedure.output(z.void()),
  me: procedure.output(out<DeviceState>()),
  form: procedure.input(itemInput).output(out<CriteriaSet>()),
  ballot: procedure.input(itemInput).output(out<DeviceBallot>()),
  /** As `ballots.choose`: answers after the disk has it. */
  choose: procedure.input(memberChooseSchema).output(out<DeviceBallot>()),
  /** As `ballots.setOpinion`. */
  setOpinion: procedure.input(memberOpinionSchema).output(out<DeviceBallot>()),
  /** As `ballots.confirm`. */
  confirm: procedure.input(memberConfirmSchema).output(out<DeviceBallot>()),
  /**
   * What concerns this member, as it happens. The first event comes at once. As the room ends it is refused: `room-off`,
   * detail `session` is `locked` where the session was.
   */
  changes: procedure.output(eventIterator(changeSchema)),
}

export type DeviceClient = ContractRouterClient<typeof roomContract>
