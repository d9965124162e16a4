import { useSyncExternalStore } from 'react'

/** What the page shows; it stands in the address, so that the phone's own back key works. */
export type DevicePlace =
  | { readonly screen: 'products' }
  /** `row`: the criterion's place in the form; null stands on the first one without an answer. */
  | { readonly screen: 'ballot'; readonly agendaItemId: number; readonly row: number | null }
  | { readonly screen: 'review'; readonly agendaItemId: number }

/** What makes no sense in an address is the list. */
export function readPlace(hash: string): DevicePlace {
  const [, item = '', rest = ''] = /^#\/(\d{1,9})(?:\/(\d{1,3}|review))?$/.exec(hash) ?? []
  const agendaItemId = Number(item)
  if (agendaItemId === 0) return { screen: 'products' }
  if (rest === 'review') return { screen: 'review', agendaItemId }
  return { screen: 'ballot', agendaItemId, row: rest === '' ? null : Number(rest) }
}

export function hashOf(place: DevicePlace): string {
  switch (place.screen) {
    case 'products':
      return '#/'
    case 'review':
      return `#/${place.agendaItemId}/review`
    case 'ballot':
      return place.row === null ? `#/${place.agendaItemId}` : `#/${place.agendaItemId}/${place.row}`
  }
}

export function useDevicePlace(): DevicePlace {
  return readPlace(useSyncExternalStore(subscribe, () => window.location.hash))
}

/** From one criterion to the next leaves no trail: back leads to the list. */
export function goTo(place: DevicePlace, { isReplacing = false }: { isReplacing?: boolean } = {}): void {
  const hash = hashOf(place)
  if (!isReplacing) {
    window.location.hash = hash
    return
  }
  window.history.replaceState(null, '', hash)
  for (const listener of listeners) listener()
}

const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  window.addEventListener('hashchange', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('hashchange', listener)
  }
}
