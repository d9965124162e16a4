import { doubtKinds, type DoubtKind } from '../../shared/domain/session/doubt-kinds.ts'
import { readRefusal } from './refusal.ts'
import { sharedValue } from './shared-value.ts'

/** What is asked now; `answer` goes on with the deed, or leaves it. */
export type AskedDoubts = { readonly kinds: readonly DoubtKind[]; readonly answer: (isAccepted: boolean) => void }

/** Null while nothing is asked. `DoubtsDialog` shows it. */
export const askedDoubts = sharedValue<AskedDoubts | null>(null)

/**
 * Sends a call; where the application is in doubt, the person is asked, and what was accepted is sent with the call once
 * more. Whoever does not accept has the refusal as any other.
 */
export async function askingDoubts<Answer>(input: unknown, send: (input: unknown) => Promise<Answer>): Promise<Answer> {
  try {
    return await send(input)
  } catch (error) {
    const refusal = readRefusal(error)
    if (refusal?.reason !== 'doubtful' || typeof input !== 'object' || input === null) throw error
    const named = String(refusal.detail['kinds']).split(',')
    const kinds = doubtKinds.filter((kind) => named.includes(kind))
    if (!(await ask(kinds))) throw error
    return send({ ...input, accepted: kinds })
  }
}

let answered: Promise<unknown> = Promise.resolve()

/** Each call is asked for itself: one that comes while another is asked waits until that one has its answer. */
function ask(kinds: readonly DoubtKind[]): Promise<boolean> {
  const asked = answered.then(() => new Promise<boolean>((resolve) => askedDoubts.set({ kinds, answer: resolve })))
  answered = asked.then(() => askedDoubts.set(null))
  return asked
}
