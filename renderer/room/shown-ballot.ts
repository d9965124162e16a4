import type { DeviceBallot, DeviceProduct } from '../../shared/api/room-device.ts'
import { isActOf } from '../../shared/domain/ballot/acts.ts'
import { ballotKey } from '../../shared/domain/ballot/ballot-key.ts'
import { isSettled } from '../../shared/domain/ballot/state.ts'
import type { BallotChoices } from '../../shared/domain/scoring/types.ts'
import type { Ballots } from '../ballot-sync/ballots.ts'

/** What the member may do with a product, and how far it is. */
export type ShownState = 'none' | 'draft' | 'complete' | 'sending' | 'submitted' | 'absent' | 'rejected'

export type ShownBallot = {
  /** As the application said last. */
  readonly saved: DeviceBallot
  readonly choices: BallotChoices
  readonly answered: number
  readonly opinion: string
  readonly state: ShownState
  readonly canScore: boolean
  /** Acts of this ballot that are still on the device. */
  readonly waiting: number
}

/** A product's ballot as the member sees it. */
export function shownBallot(product: DeviceProduct, ballots: Ballots<DeviceBallot>): ShownBallot {
  const key = ballotKey(product.ballot)
  const saved = ballots.saved.get(key) ?? product.ballot
  const shown = ballots.shown.get(key) ?? saved
  const { choices, opinion } = shown
  const answered = choices.filter((choice) => choice !== null).length
  const state = stateOf(product, { saved, shown, answered })
  return {
    saved,
    choices,
    answered,
    opinion,
    state,
    canScore: state === 'none' || state === 'draft' || state === 'complete',
    waiting: ballots.waiting.filter((act) => isActOf(act, saved)).length,
  }
}

/** Ballots that the member sent, of those that the session waits for: as the secretary's table counts them. */
export function countSent(lines: readonly { readonly product: DeviceProduct; readonly shown: ShownBallot }[]): {
  readonly done: number
  readonly count: number
} {
  const due = lines.filter(({ product }) => !product.isRejected && !product.isAbsent)
  return { done: due.filter(({ shown }) => shown.state === 'submitted').length, count: due.length }
}

type Standing = { readonly saved: DeviceBallot; readonly shown: DeviceBallot; readonly answered: number }

function stateOf(product: DeviceProduct, { saved, shown, answered }: Standing): ShownState {
  if (isSettled(saved.state)) return 'submitted'
  if (product.isRejected) return 'rejected'
  if (product.isAbsent) return 'absent'
  if (isSettled(shown.state)) return 'sending'
  if (answered === 0) return 'none'
  return answered === shown.choices.length ? 'complete' : 'draft'
}
