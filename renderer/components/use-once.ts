import { useRef } from 'react'

type Ends<Answer> = { readonly onSuccess?: (answer: Answer) => void }

/** What is used of what `useMutation` gives. */
export type Deed<Input, Answer> = {
  readonly mutate: (
    input: Input,
    ends: { readonly onSuccess: (answer: Answer) => void; readonly onSettled: () => void },
  ) => void
  readonly isPending: boolean
  readonly error: unknown
}

/**
 * Does a deed once at a time. A button is drawn as busy only after the click that began it, and a second click may come before:
 * it would do the deed again, and its refusal would stand under what was done.
 */
export function useOnce<Input, Answer>({ mutate }: Pick<Deed<Input, Answer>, 'mutate'>) {
  const isUnderWay = useRef(false)
  return (input: Input, { onSuccess }: Ends<Answer> = {}): void => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    mutate(input, {
      onSuccess: (answer) => onSuccess?.(answer),
      onSettled: () => {
        isUnderWay.current = false
      },
    })
  }
}
