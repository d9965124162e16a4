import { useCallback, useEffect, useRef } from 'react'

/** Reads what a value is by now: whoever asks for it at a click is not drawn anew with it. */
export function useLatest<Value>(value: Value): () => Value {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  return useCallback(() => latest.current, [])
}
