import { randomBytes } from 'node:crypto'
import type { AppClient } from '../../shared/api/contract.ts'

type Key = { readonly agendaItemId: number; readonly memberId: number }
type BallotsClient = {
  readonly ballots: Pick<AppClient['ballots'], 'get' | 'choose' | 'confirm' | 'reopen' | 'setOpinion'>
}

/** The id that a client makes for one act. */
export function newActId(): string {
  return randomBytes(16).toString('hex')
}

/** Acts as somebody does them who has just looked at the ballot. */
export function actsOf({ ballots }: BallotsClient) {
  const look = async ({ agendaItemId, memberId }: Key) => {
    const ballot = await ballots.get({ agendaItemId, memberId })
    return { ballot, act: { agendaItemId, memberId, actId: newActId(), round: ballot.round } }
  }
  return {
    choose: async (choice: Key & { readonly criterionIndex: number; readonly option: number | null }) => {
      const { ballot, act } = await look(choice)
      return ballots.choose({ ...choice, ...act, seen: ballot.choices[choice.criterionIndex] ?? null })
    },
    confirm: async (key: Key) => {
      const { ballot, act } = await look(key)
      return ballots.confirm({ ...act, seen: ballot.choices })
    },
    reopen: async (key: Key & { readonly reason: string }) => {
      const { ballot, act } = await look(key)
      return ballots.reopen({ ...act, seen: ballot.version, reason: key.reason })
    },
    setOpinion: async (key: Key & { readonly opinion: string }) => {
      const { ballot, act } = await look(key)
      return ballots.setOpinion({ ...act, seen: ballot.opinion, opinion: key.opinion })
    },
  }
}
