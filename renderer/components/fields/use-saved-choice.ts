import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../api/refusal.ts'

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
}): { readonly shown: Value; readonly problem: string | null; readonly choose: (value: Value) => void } {
  const { t } = useTranslation()
  const [wanted, setWanted] = useState<{ readonly value: Value } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
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
        setProblem(errorText(error, t))
      })
    },
  }
}
