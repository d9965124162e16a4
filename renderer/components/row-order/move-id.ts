/** The ids with one of them put at that 0-based place, clamped to the list; unchanged for an id that is not there. */
export function moveId({ ids, id, to }: { ids: readonly number[]; id: number; to: number }): readonly number[] {
  if (!ids.includes(id)) return ids
  const rest = ids.filter((other) => other !== id)
  const place = Math.max(0, Math.min(to, rest.length))
  return [...rest.slice(0, place), id, ...rest.slice(place)]
}
