import { useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useLatest } from './use-latest.ts'

/** Milliseconds after which what was asked is shown without its answer. */
const lateMs = 100

/**
 * What is shown of something that is typed: asked for with the key, and shown with the answer, so that a key draws once what it
 * changes. `ask` fetches it and does not fail; what is asked meanwhile takes its place. `put` shows something at once.
 */
export function useAnswered<Value>(first: Value, ask: (value: Value) => Promise<unknown>) {
  const [shown, setShown] = useState<{ readonly value: Value }>({ value: first })
  const asking = useLatest(ask)
  const turn = useRef(0)
  const ways = useMemo(
    () => ({
      ask: (value: Value): void => {
        turn.current += 1
        const mine = turn.current
        const show = (): void => {
          clearTimeout(late)
          if (mine !== turn.current) return
          turn.current += 1
          // In this task: one more would wait behind what the window has to do by then.
          flushSync(() => setShown({ value }))
        }
        const late = setTimeout(show, lateMs)
        void asking()(value).then(show)
      },
      put: (value: Value): void => {
        turn.current += 1
        setShown({ value })
      },
    }),
    [asking],
  )
  return { shown: shown.value, ...ways }
}
