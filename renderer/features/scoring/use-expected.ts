import { useEffect, useMemo, useRef } from 'react'

export type Expected<Place> = { readonly read: () => Place; readonly expect: (place: Place) => void }

/** What the next key is meant for: the place on the screen, and from the moment that a key leads to another, that one. */
export function useExpected<Place>(place: Place): Expected<Place> {
  const expected = useRef(place)
  useEffect(() => {
    expected.current = place
  }, [place])
  return useMemo(() => ({ read: () => expected.current, expect: (next: Place) => void (expected.current = next) }), [])
}
