/** What a member's phone says with each call: which of its acts wait, as `agendaItemId:count` joined by commas. */
export const waitingHeader = 'x-ocop-waiting'

/** Acts that wait on a phone, by agenda item. */
export type WaitingCounts = ReadonlyMap<number, number>

/** More products with something that waits are not told apart. */
const most = 100

/** The header's text; empty where nothing waits. */
export function sayWaiting(acts: readonly { readonly agendaItemId: number }[]): string {
  const byItem = Map.groupBy(acts, ({ agendaItemId }) => agendaItemId)
  return [...byItem]
    .slice(0, most)
    .map(([agendaItemId, { length }]) => `${agendaItemId}:${length}`)
    .join(',')
}

/** What is written otherwise says nothing. */
export function readWaiting(text: string): WaitingCounts {
  if (!/^\d{1,9}:\d{1,4}(,\d{1,9}:\d{1,4}){0,99}$/.test(text)) return new Map()
  return new Map(text.split(',').map((each) => each.split(':').map(Number) as [number, number]))
}
