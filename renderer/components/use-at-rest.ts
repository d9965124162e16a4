import { startTransition, useEffect, useState } from 'react'

/** Milliseconds between two keys of one who types. */
const pauseMs = 150

/**
 * The value as it was until it has stood for a moment, the first at once: what is drawn of it takes no time from the keys that
 * change it again.
 * Deferring alone would begin before what hangs on the key is painted.
 */
export function useAtRest<Value>(value: Value): Value {
  const [settled, settle] = useState<{ readonly value: Value }>({ value })
  useEffect(() => {
    if (value === settled.value) return undefined
    const timer = setTimeout(() => startTransition(() => settle({ value })), pauseMs)
    return () => clearTimeout(timer)
  }, [value, settled])
  return settled.value ?? value
}
