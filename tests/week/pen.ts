import { listCriteria } from '../../shared/domain/criteria/form.ts'
import type { AppClient } from '../../shared/api/contract.ts'
import { newActId } from '../helpers/ballot-acts.ts'
import { deliver } from '../helpers/deliver.ts'
import { ungated } from '../helpers/ungated.ts'
import type { Score } from './usb-copies.ts'

/** Who keys ballots, and what was acknowledged to them. */
export type Pen = {
  readonly acknowledged: readonly Score[]
  /** Keys and confirms the ballots of a session, those of each product at the same time. */
  readonly scoreSession: (sessionId: number) => Promise<void>
  /** Lifts the pen: from its answer on nothing is under way until it is put down again. */
  readonly lift: () => Promise<void>
  /** The same without waiting for what is under way, as nobody answers any more. */
  readonly break: () => void
  readonly putDown: () => void
}

export function createPen(client: AppClient): Pen {
  const acknowledged: Score[] = []
  let passage = Promise.withResolvers<void>()
  passage.resolve()
  /** Who keeps the pen lifted: a copy, a restart, or both. */
  let holders = 0
  const underWay = new Set<Promise<unknown>>()
  const send = async <Answer>(act: () => Promise<Answer>): Promise<Answer> => {
    const sending = () => {
      const sent = act()
      const settled = sent.catch(() => {}).finally(() => underWay.delete(settled))
      underWay.add(settled)
      return sent
    }
    return deliver(sending, () => passage.promise)
  }

  const fillBallot = async (place: { readonly agendaItemId: number; readonly memberId: number }) => {
    const form = await send(() => client.rules.itemForm(place))
    const zeros = ungated(form)
    const options = listCriteria(form).map(({ criterion }, index) =>
      zeros.includes(index) ? 0 : criterion.options.length,
    )
    for (const [criterionIndex, option] of options.entries()) {
      const act = { ...place, round: 1, actId: newActId(), criterionIndex, option, seen: null }
      await send(() => client.ballots.choose(act))
      acknowledged.push({ ...place, criterionIndex, option })
    }
    const confirmation = { ...place, round: 1, actId: newActId(), seen: options }
    await send(() => client.ballots.confirm(confirmation))
  }

  const hold = () => {
    if (holders === 0) passage = Promise.withResolvers<void>()
    holders += 1
  }
  return {
    acknowledged,
    scoreSession: async (sessionId) => {
      const { agenda, members } = await send(() => client.sessions.get({ sessionId }))
      for (const { id: agendaItemId } of agenda) {
        await Promise.all(members.map(({ id: memberId }) => fillBallot({ agendaItemId, memberId })))
      }
    },
    lift: async () => {
      hold()
      while (underWay.size > 0) await Promise.all(underWay)
    },
    break: hold,
    putDown: () => {
      holders -= 1
      if (holders === 0) passage.resolve()
    },
  }
}
