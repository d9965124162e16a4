import { doubtKinds, type DoubtKind } from '../../shared/domain/session/doubt-kinds.ts'
import { readRefusal } from './refusal.ts'
import { sharedValue } from './shared-value.ts'

/** What is asked now; `answer` goes on with the deed, or leaves it. */
export type AskedDoubts = { readonly kinds: readonly DoubtKind[]; readonly answer: (isAccepted: boolean) => void }

/** Null while nothing is asked. `DoubtsDialog` shows it. */
export const askedDoubts = sharedValue<AskedDoubts | null>(null)

/**
 * Sends a call; where the application is in doubt, the person is asked, and what was accepted is sent with the call once
 * more. Whoever does not accept has the refusal like every other. A call that comes while another is asked about (Enter
 * pressed twice) is sent anew after that one has its answer: it may be refused then, or in doubt no more.
 */
export async function askingDoubts<Answer>(input: unknown, send: (input: unknown) => Promise<Answer>): Promise<Answer> {
  try {
    return await send(input)
  } catch (error) {
    const refusal = readRefusal(error)
    if (refusal?.reason !== 'doubtful' || typeof input !== 'object' || input === null) throw error
    if (answered !== null) {
      await answered
      return askingDoubts(input, send)
    }
    const named = String(refusal.detail['kinds']).split(',')
    const kinds = doubtKinds.filter((kind) => named.includes(kind))
    if (!(await ask(kinds))) throw error
    return send({ ...input, accepted: kinds })
  }
}

/** While one is asked: until it has its answer. */
let answered: Promise<unknown> | null = null

function ask(kinds: readonly DoubtKind[]): Promise<boolean> {
  const asked = new Promise<boolean>((resolve) => askedDoubts.set({ kinds, answer: resolve }))
  answered = asked.finally(() => {
    answered = null
    askedDoubts.set(null)
  })
  return asked
}
