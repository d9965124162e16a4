import type {
  ActPlace,
  BallotAct,
  ChooseAct,
  ConfirmAct,
  OpinionAct,
  ReopenAct,
} from '../../shared/domain/ballot/acts.ts'
import type { BallotKey } from '../../shared/domain/ballot/ballot-key.ts'
import { noBallots, withSaved, withWaiting, type Ballots, type SavedBallot } from './ballots.ts'
import { withLost, withoutLost, type LostAct } from './lost-acts.ts'
import { createOutbox, type OutboxPorts, type OutboxState } from './outbox.ts'

/** What a screen that acts on ballots knows. */
export type SyncState<Saved extends SavedBallot> = Ballots<Saved> &
  OutboxState & {
    /** Until a person has read them. */
    readonly lost: readonly LostAct[]
  }

export type SyncPorts<Saved extends SavedBallot> = Omit<OutboxPorts<Saved>, 'changed' | 'delivered' | 'dropped'> & {
  readonly makeId: () => string
  /** An act will not be taken: brings what is there instead to `hear`. */
  readonly learn: (act: BallotAct) => Promise<void>
  /** False for a refusal that loses nothing of what was done. */
  readonly isLoss: (error: unknown) => boolean
  readonly changed: (state: SyncState<Saved>) => void
}

/** Something done to a ballot that is on the screen, before it has an id. */
export type Deed = { readonly ballot: BallotKey } & (
  | Omit<ChooseAct, keyof ActPlace>
  | Omit<OpinionAct, keyof ActPlace>
  | Omit<ConfirmAct, keyof ActPlace>
  | Omit<ReopenAct, keyof ActPlace>
)

export type BallotSync<Saved extends SavedBallot> = {
  readonly read: () => SyncState<Saved>
  /** Ballots as the application has them; older news than what is known changes nothing. */
  readonly hear: (ballots: Iterable<Saved>) => void
  /** Shows the deeds at once and brings them to the application. */
  readonly act: (deeds: readonly Deed[]) => void
  /** Takes acts over that were made on another page, with their ids; those that wait here already are here. */
  readonly adopt: (acts: readonly BallotAct[]) => void
  readonly dismiss: (lost: readonly LostAct[]) => void
  /** Acts of that place may go. */
  readonly open: (place: string) => void
  /** There may be a connection again. */
  readonly wake: () => void
  /** Forgets the place and its ballots; what is kept for it stays kept. */
  readonly close: () => void
}

/** Ballots on a screen and on their way to the application: acts over what is saved, one outbox, nothing lost unsaid. */
export function createBallotSync<Saved extends SavedBallot>(ports: SyncPorts<Saved>): BallotSync<Saved> {
  let state: SyncState<Saved> = { ...noBallots<Saved>(), failure: null, isKept: true, lost: [] }

  const set = (next: Partial<SyncState<Saved>>): void => {
    state = { ...state, ...next }
    ports.changed(state)
  }

  /** What is there instead of what was refused; nothing, where the ballot itself is gone. */
  const learn = async (act: BallotAct): Promise<void> => {
    try {
      await ports.learn(act)
    } catch (error) {
      if (ports.judge(error) !== 'drop') throw error
    }
  }

  const outbox = createOutbox<Saved>({
    ...ports,
    delivered: (ballot, act) => {
      state = { ...state, ...withSaved(state, [ballot]), lost: withoutLost(state.lost, act) }
    },
    dropped: async (act, error) => {
      await learn(act)
      if (ports.isLoss(error)) set({ lost: withLost(state.lost, { act, error }) })
    },
    changed: (next) => set({ ...withWaiting(state, next.waiting), ...next }),
  })

  return {
    read: () => state,
    hear: (ballots) => {
      const next = withSaved<Saved>(state, ballots)
      if (next !== state) set(next)
    },
    act: (deeds) =>
      outbox.add(
        deeds.flatMap(({ ballot, ...deed }) => {
          const on = state.shown.get(ballot)
          if (on === undefined) return []
          const { agendaItemId, memberId, round } = on
          return [{ actId: ports.makeId(), agendaItemId, memberId, round, ...deed }]
        }),
      ),
    adopt: (acts) => outbox.add(acts.filter(({ actId }) => !state.waiting.some((known) => known.actId === actId))),
    dismiss: (lost) => set({ lost: state.lost.filter((other) => !lost.includes(other)) }),
    open: outbox.open,
    wake: outbox.wake,
    close: () => {
      state = { ...state, ...noBallots<Saved>() }
      outbox.close()
    },
  }
}
