import type { DeviceBallot, DeviceClient, DeviceState } from '../../shared/api/room-device.ts'

type LineParts = {
  readonly client: DeviceClient
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>
  readonly heardState: (state: DeviceState) => void
  readonly heardBallot: (ballot: DeviceBallot) => void
  /** The line broke. Called with what was answered by a function that was made when the line began. */
  readonly begin: () => (error: unknown) => void
  /** Asks for everything anew, in case the line is dead. */
  readonly askAgain: () => Promise<void>
}

export type RoomLine = {
  /** Follows the room until the signal ends it. */
  readonly start: (ended: AbortSignal) => void
  /** The line is given up, and another one begun. */
  readonly renew: () => void
}

const retryAfter = 2000
/** A line may die without a word; asking now and then finds out. In milliseconds. */
const askAgainAfter = 30_000

/** Everything that happens in the room to this device, over as many lines as it takes. */
export function createRoomLine({ client, pause, heardState, heardBallot, begin, askAgain }: LineParts): RoomLine {
  let line = new AbortController()

  const ask = async (agendaItemId: number | null, signal: AbortSignal): Promise<void> => {
    if (agendaItemId === null) heardState(await client.me(undefined, { signal }))
    else heardBallot(await client.ballot({ agendaItemId }, { signal }))
  }

  /**
   * Until the line breaks; the first event comes at once and asks for the state. Where an answer fails, the line has a
   * moment left: when the room ends it says why, while nothing else is answered any more.
   */
  const listen = async (own: AbortController, broke: (error: unknown) => void): Promise<void> => {
    const { signal } = own
    const changes = await client.changes(undefined, { signal })
    for await (const { agendaItemId } of changes) {
      try {
        await ask(agendaItemId, signal)
      } catch (error) {
        if (signal.aborted) return
        broke(error)
        void pause(retryAfter, signal).then(() => own.abort())
      }
    }
  }

  const follow = async (ended: AbortSignal): Promise<void> => {
    ended.addEventListener('abort', () => line.abort())
    while (!ended.aborted) {
      line = new AbortController()
      const { signal } = line
      const broke = begin()
      try {
        await listen(line, broke)
      } catch (error) {
        if (!signal.aborted) broke(error)
      }
      if (!signal.aborted) await pause(retryAfter, signal)
    }
  }

  const watch = async (ended: AbortSignal): Promise<void> => {
    while (!ended.aborted) {
      await pause(askAgainAfter, ended)
      await askAgain()
    }
  }

  return {
    start: (ended) => {
      void follow(ended)
      void watch(ended)
    },
    renew: () => line.abort(),
  }
}
