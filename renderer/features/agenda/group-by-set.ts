type InSet = { readonly id: number; readonly setNumber: number }

/**
 * Ids of the agenda with the products of one criteria set next to each other: the sets in the order in which they come
 * up first, the products of each as they stood.
 */
export function groupBySet(agenda: readonly InSet[]): readonly number[] {
  return [...Map.groupBy(agenda, ({ setNumber }) => setNumber).values()].flat().map(({ id }) => id)
}
