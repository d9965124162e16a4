import { totalBallot } from '../../../shared/domain/scoring/ballot-totals.ts'
import type { Ballot } from '../../../shared/api/ballots.ts'
import type { AppClient } from '../../../shared/api/contract.ts'
import type { BallotCheck } from '../../../shared/api/verifications.ts'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import type { BallotCalls } from './ballot-desk.ts'

type CheckCallsInput = {
  verifications: AppClient['verifications']
  formOf: (agendaItemId: number) => CriteriaSet | undefined
  now: () => string
}

/**
 * The second keying of a ballot under the same keys as the first: to the desk it is a ballot of its own, which begins
 * blank and whose confirmation is the comparison. The first person's choices are no part of it.
 */
export function checkCalls({ verifications, formOf, now }: CheckCallsInput): BallotCalls {
  const answer = async (check: Promise<BallotCheck>): Promise<Ballot> => {
    const answered = await check
    const form = formOf(answered.agendaItemId)
    if (form === undefined) throw new Error('a check was answered before its form came')
    return checkAsBallot({ check: answered, form, savedAt: now() })
  }
  return {
    choose: (act) => answer(verifications.choose(act)),
    confirm: (act) => answer(verifications.finish(act)),
    // A check that agreed stays: what it verified can only be opened by opening the ballot itself.
    reopen: ({ agendaItemId, memberId }) => answer(verifications.get({ agendaItemId, memberId })),
    get: ({ agendaItemId, memberId }) => answer(verifications.get({ agendaItemId, memberId })),
  }
}

export function checkAsBallot({
  check: { agendaItemId, memberId, round, choices, revision, state },
  form,
  savedAt,
}: {
  check: BallotCheck
  form: CriteriaSet
  savedAt: string | null
}): Ballot {
  return {
    agendaItemId,
    memberId,
    round,
    version: 1,
    state: state === 'verified' ? 'verified' : 'draft',
    choices,
    totals: totalBallot(form, choices),
    opinion: '',
    savedAt,
    excluded: null,
    revision,
  }
}
