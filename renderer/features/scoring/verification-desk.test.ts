import { ORPCError } from '@orpc/client'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { BallotVerification } from '../../../shared/api/verifications.ts'
import { ballotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import { memoryStorage } from '../../../tests/helpers/memory-storage.ts'
import { sampleForm } from '../../../tests/helpers/sample-form.ts'
import { createKeptActs } from '../../ballot-sync/kept-acts.ts'
import { createVerificationDesk, verificationAsBallot } from './verification-desk.ts'

const ids = { agendaItemId: 7, memberId: 1 }
const blank = {
  ...ids,
  round: 1,
  state: 'waiting',
  choices: [null, null, null],
  revision: 0,
} as never as BallotVerification

it('keeps a key that could not be sent for the same person’s next page', async () => {
  onTestFinished(() => void vi.unstubAllGlobals())
  vi.stubGlobal('requestAnimationFrame', (then: () => void) => setTimeout(then))
  const keeping = { kept: createKeptActs(memoryStorage()), place: 'mine', keyer: null }
  const sent: unknown[] = []
  const calls = (choose: (choice: unknown) => Promise<BallotVerification>) =>
    ({ choose, finish: choose, get: async () => blank }) as never
  const first = createVerificationDesk(
    calls(() => Promise.reject(new ORPCError('SERVICE_UNAVAILABLE'))),
    keeping,
  )
  first.lay({ agendaItemId: 7, form: sampleForm(), criteriaCase: null, isLocked: false }, [
    verificationAsBallot(blank, null),
  ])
  first.open({ ballot: ballotKey(ids), layout: { kind: 'ballot' } })
  first.dispatch({ type: 'choose', optionNumber: 2 })
  createVerificationDesk(
    calls(async (choice) => {
      sent.push(choice)
      return blank
    }),
    keeping,
  )
  await expect.poll(() => sent).toMatchObject([{ ...ids, criterionIndex: 0, option: 2 }])
})
