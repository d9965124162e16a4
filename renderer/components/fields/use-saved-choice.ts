import { createElement, useState, type ReactNode } from 'react'
import { RefusalText } from '../RefusalText.tsx'

/**
 * A choice that saves itself when it is made: it shows at once, and goes back with the reason where the write is
 * refused or fails.
 */
export function useSavedChoice<Value extends string | number | boolean | null>({
  value,
  save,
}: {
  value: Value
  save: (value: Value) => Promise<unknown>
}): { readonly shown: Value; readonly problem: ReactNode; readonly choose: (value: Value) => void } {
  const [wanted, setWanted] = useState<{ readonly value: Value } | null>(null)
  const [problem, setProblem] = useState<ReactNode>(null)
  const [seen, setSeen] = useState(value)
  // The saved choice has come back, or someone else changed it.
  if (seen !== value) {
    setSeen(value)
    setWanted(null)
  }
  return {
    shown: wanted === null ? value : wanted.value,
    problem,
    choose: (next) => {
      setWanted({ value: next })
      setProblem(null)
      save(next).catch((error: unknown) => {
        setWanted(null)
        setProblem(createElement(RefusalText, { error }))
      })
    },
  }
}
