import type { SessionState } from './session-record.ts'

/** Where a key leads the room's screen: to a product of the agenda, or with null to none. */
export type ScreenStep = { readonly agendaItemId: number | null }

export type ScreenSteps = { readonly before: ScreenStep | null; readonly next: ScreenStep | null }

type Session = {
  readonly state: SessionState
  readonly agenda: readonly { readonly id: number; readonly isRevealed: boolean; readonly round: number }[]
}

/**
 * Whether the screen sums the session up by star where it shows no product: the chair opened every result, or some of a
 * session that is locked. A product that is scored again takes the summary from nobody: it counts among the unopened.
 */
export function isSummaryDue({ state, agenda }: Session): boolean {
  return (
    agenda.some(({ isRevealed }) => isRevealed) &&
    (state === 'closed' || agenda.every(({ isRevealed, round }) => isRevealed || round > 1))
  )
}

/** The products in their order, and after the last one the summary, once it is due. */
export function screenSteps({ currentItemId, ...session }: Session & { currentItemId: number | null }): ScreenSteps {
  const { agenda } = session
  const isDue = isSummaryDue(session)
  const places: readonly (number | null)[] = [...agenda.map(({ id }) => id), ...(isDue ? [null] : [])]
  // Where no product is shown and nothing is summed up, the first one comes next, and the last that was opened before.
  const at = places.indexOf(currentItemId)
  const stepTo = (agendaItemId: number | null | undefined) => (agendaItemId === undefined ? null : { agendaItemId })
  const lastOpened = agenda.findLast(({ isRevealed, round }) => isRevealed || round > 1)
  return {
    before: at < 0 ? stepTo(lastOpened?.id) : at > 0 ? stepTo(places[at - 1]) : null,
    next: stepTo(places[at + 1]),
  }
}
