import { ORPCError } from '@orpc/client'
import { expect, it } from 'vitest'
import { askedDoubts, askingDoubts } from './doubts.ts'

const doubtful = (kinds: string) =>
  new ORPCError('REFUSED', { defined: true, data: { reason: 'doubtful', detail: { kinds } } })

/** Refuses until what it names was accepted; answers what was sent in the end. */
const sending = (kinds: string) => async (input: unknown) => {
  if (typeof input === 'object' && input !== null && 'accepted' in input) return input
  throw doubtful(kinds)
}

async function nextAsked(kind: string) {
  await expect.poll(() => askedDoubts.read()?.kinds).toEqual([kind])
  const asked = askedDoubts.read()
  if (asked === null) throw new Error('nothing is asked')
  return asked
}

it('asks for each of two calls at once by itself, in their order', async () => {
  const locking = askingDoubts({ name: 'locking' }, sending('no-chair'))
  const revealing = askingDoubts({ name: 'revealing' }, sending('ballots-missing'))

  const first = await nextAsked('no-chair')
  first.answer(true)
  await expect(locking).resolves.toEqual({ name: 'locking', accepted: ['no-chair'] })

  const second = await nextAsked('ballots-missing')
  // A second click on the dialog that is gone answers nothing.
  first.answer(true)
  expect(askedDoubts.read()).toBe(second)
  second.answer(false)
  await expect(revealing).rejects.toMatchObject({ data: { reason: 'doubtful' } })
  await expect.poll(() => askedDoubts.read()).toBeNull()
})

it('sends a call that came meanwhile anew, which what was accepted may have made needless', async () => {
  let isDone = false
  const begin = async (input: unknown) => {
    if (isDone) throw new ORPCError('REFUSED', { defined: true, data: { reason: 'year-begun', detail: {} } })
    const answer = await sending('council-no-chair')(input)
    isDone = true
    return answer
  }
  const first = askingDoubts({ year: 2027 }, begin)
  const second = askingDoubts({ year: 2027 }, begin)
  const asked = await nextAsked('council-no-chair')
  asked.answer(true)
  await expect(first).resolves.toMatchObject({ year: 2027 })
  await expect(second).rejects.toMatchObject({ data: { reason: 'year-begun' } })
  expect(askedDoubts.read()).toBeNull()
})
