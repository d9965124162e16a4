/** The ballot and criterion that were being keyed last, so that the next start returns there. */
export type LastPlace = { readonly item: number; readonly member: number; readonly row: number }

type PlaceStorage = Pick<Storage, 'getItem' | 'setItem'>

const keyOf = (place: { workspaceId: string; sessionId: number }): string =>
  `ocop-scoring-place/${place.workspaceId}/${place.sessionId}`

type RememberPlaceInput = {
  storage: PlaceStorage
  workspaceId: string
  sessionId: number
  at: LastPlace
}

export function rememberPlace({ storage, at, ...of }: RememberPlaceInput): void {
  return storage.setItem(keyOf(of), `${at.item}/${at.member}/${at.row}`)
}

type RecallPlaceInput = {
  storage: PlaceStorage
  workspaceId: string
  sessionId: number
}

/** Null where nothing was keyed yet, or what is kept makes no sense. */
export function recallPlace({ storage, ...of }: RecallPlaceInput): LastPlace | null {
  const [item, member, row] = (storage.getItem(keyOf(of)) ?? '').split('/').map(Number)
  const isWhole = [item, member, row].every((part) => part !== undefined && Number.isSafeInteger(part))
  return isWhole && item && member ? { item, member, row: row ?? 0 } : null
}
