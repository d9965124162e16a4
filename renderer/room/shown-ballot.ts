import type { DeviceBallot, DeviceProduct } from '../../shared/api/room-device.ts'
import { isSettled } from '../../shared/domain/ballot/state.ts'
import type { BallotChoices } from '../../shared/domain/scoring/types.ts'
import { isActOf, layActs, type BallotAct } from '../../shared/domain/ballot/acts.ts'

/** What the member may do with a product, and how far it is. */
export type ShownState = 'none' | 'draft' | 'complete' | 'sending' | 'submitted' | 'absent' | 'rejected'

export type ShownBallot = {
  readonly choices: BallotChoices
  readonly answered: number
  readonly state: ShownState
  readonly canScore: boolean
  /** Acts of this ballot that are still on the device. */
  readonly waiting: number
}

/** The ballot as the member sees it: as saved, with what still waits on this device laid over it. */
export function shownBallot(product: DeviceProduct, waiting: readonly BallotAct[]): ShownBallot {
  const laid = layActs(product.ballot, waiting)
  const { choices } = laid
  const answered = choices.filter((choice) => choice !== null).length
  const state = stateOf({ product, answered, count: choices.length, isSending: isSettled(laid.state) })
  return {
    choices,
    answered,
    state,
    canScore: state === 'none' || state === 'draft' || state === 'complete',
    waiting: waiting.filter((act) => isActOf(act, laid)).length,
  }
}

/** Of two answers about one ballot the later one, whichever came last. */
export function newerBallot(known: DeviceBallot, heard: DeviceBallot): DeviceBallot {
  return known.round > heard.round || (known.round === heard.round && known.revision > heard.revision) ? known : heard
}

type StateOfInput = {
  product: DeviceProduct
  answered: number
  count: number
  isSending: boolean
}

function stateOf({ product, answered, count, isSending }: StateOfInput): ShownState {
  const { state } = product.ballot
  if (isSettled(state)) return 'submitted'
  if (product.isRejected) return 'rejected'
  if (product.isAbsent) return 'absent'
  if (isSending) return 'sending'
  if (answered === 0) return 'none'
  return answered === count ? 'complete' : 'draft'
}
