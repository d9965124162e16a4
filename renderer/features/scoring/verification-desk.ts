import type { AppClient } from '../../../shared/api/contract.ts'
import type { BallotVerification } from '../../../shared/api/verifications.ts'
import { readRefusal } from '../../api/refusal.ts'
import { sendAct } from '../../ballot-sync/send-act.ts'
import { createBallotDesk, type BallotDesk } from './ballot-desk.ts'
import type { DeskBallot } from './grid-ballots.ts'
import { keyedAct, type Keeping } from './keyed-act.ts'
import { windowPorts } from './window-ports.ts'

/**
 * The second keying of ballots under the same keys as the first: to its desk each is a ballot of its own, which begins
 * blank and whose confirmation is the comparison. Nothing of the first keying lies on it.
 */
export function createVerificationDesk(
  { choose, finish, get }: AppClient['verifications'],
  { keyer, ...keeping }: Keeping,
): BallotDesk {
  const asSaved = async (answer: Promise<BallotVerification>) =>
    verificationAsBallot(await answer, new Date().toISOString())
  return createBallotDesk({
    ...windowPorts(keyer),
    ...keeping,
    send: (act, signal) =>
      sendAct(
        {
          choose: (choice, call) => asSaved(choose(choice, call)),
          confirm: (confirmation, call) => asSaved(finish(confirmation, call)),
          // Opinions are not keyed twice.
          opinion: (place, call) => asSaved(get(place, call)),
          // A verification that agreed stays: what it verified can only be opened by opening the ballot itself.
          reopen: (place, call) => asSaved(get(place, call)),
        },
        keyedAct(act, keyer),
        signal,
      ),
    get: (place) => asSaved(get(place)),
    // The screen shows the differences instead.
    isLoss: (error) => readRefusal(error)?.reason !== 'verification-differs',
    reopenReason: () => '',
    moveOn: () => null,
  })
}

export function verificationAsBallot(verification: BallotVerification, savedAt: string | null): DeskBallot {
  const { agendaItemId, memberId, round, choices, revision } = verification
  const state = verification.state === 'verified' ? 'verified' : 'draft'
  return { agendaItemId, memberId, round, version: 1, state, choices, revision, opinion: '', savedAt, excluded: null }
}
