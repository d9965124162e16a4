import { createElement, useRef, useState, type ChangeEvent, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { longestText, normaliseInput, normaliseText } from '../../../shared/domain/vietnamese/normalise-input.ts'
import { RefusalText } from '../RefusalText.tsx'
import { lengthProblem } from './length-problem.ts'
import { reasonProblem } from './reason-problem.ts'

/** What the typed text means: a value, or the sentence that says what is wrong with it. */
export type Reading<Value> = { readonly value: Value } | { readonly problem: string }

type Input = HTMLInputElement | HTMLTextAreaElement

/**
 * A field that saves itself when it is left or Enter is pressed. What was typed stays on screen while it is being
 * saved, and after a refusal or a failed write together with the reason; Escape brings a saved line back and leaves a long
 * text, which saves it.
 */
export function useDraft<Value extends string | number | null>({
  value,
  show,
  read,
  save,
}: {
  value: Value
  show: (value: Value) => string
  read: (text: string) => Reading<Value>
  save: (value: Value) => Promise<unknown>
}) {
  const [draft, setDraft] = useState<string | null>(null)
  const [problem, setProblem] = useState<ReactNode>(null)
  const [seen, setSeen] = useState(value)
  // Enter saves, and leaving the field right after must not save the same again.
  const sent = useRef<{ readonly value: Value } | null>(null)
  // The saved value has come back, or someone else changed it. What was typed on since then stays.
  if (seen !== value) {
    setSeen(value)
    if (draft !== null && [seen, value].some((known) => means({ text: draft, value: known, read }))) setDraft(null)
  }
  const giveUp = (): void => {
    sent.current = null
    setDraft(null)
    setProblem(null)
  }
  const commit = (): void => {
    if (draft === null) return
    const reading = read(draft)
    if ('problem' in reading) {
      setProblem(reading.problem)
      return
    }
    if (reading.value === value) {
      giveUp()
      return
    }
    if (sent.current?.value === reading.value) return
    sent.current = reading
    setDraft(show(reading.value))
    setProblem(null)
    save(reading.value).then(
      () => (sent.current = null),
      (error: unknown) => {
        sent.current = null
        setProblem(createElement(RefusalText, { error }))
      },
    )
  }
  return {
    value: draft ?? show(value),
    error: problem,
    'data-saves-itself': true,
    /** Escape is the field's while it has a draft: only that goes, not the drawer around the field. */
    'data-has-draft': draft !== null || problem !== null || undefined,
    /** Mantine's Autocomplete hands out the text itself, other inputs an event. */
    onChange: (change: ChangeEvent<Input> | string) =>
      setDraft(typeof change === 'string' ? change : change.currentTarget.value),
    onBlur: commit,
    onKeyDown: (event: KeyboardEvent<Input>) => {
      // Enter and Escape belong to the input method while a syllable is being composed.
      if (event.nativeEvent.isComposing) return
      if (event.key === 'Enter' && !(event.currentTarget instanceof HTMLTextAreaElement)) commit()
      if (event.key !== 'Escape' || (draft === null && problem === null)) return
      event.stopPropagation()
      // A line comes back as it was; some lines of text are too much to lose by one key.
      if (event.currentTarget instanceof HTMLTextAreaElement) event.currentTarget.blur()
      else giveUp()
    },
  }
}

/** A text that saves itself, as the application keeps it; a reason where it must say something. */
export function useTextDraft({
  value,
  save,
  isRequired = false,
  isReason = false,
  isLine = false,
  maxLength = longestText,
}: {
  value: string
  save: (value: string) => Promise<unknown>
  isRequired?: boolean
  isReason?: boolean
  /** Line ends and runs of spaces become one space. */
  isLine?: boolean
  maxLength?: number
}) {
  const { t } = useTranslation()
  const read = (text: string): Reading<string> => {
    const typed = isLine ? normaliseInput(text) : normaliseText(text)
    const tooLong = lengthProblem({ text: typed, max: maxLength, t })
    if (tooLong !== null) return { problem: tooLong }
    if (isRequired && typed === '') return { problem: t('field.required') }
    const unsaid = isReason ? reasonProblem(typed, t) : null
    return unsaid === null ? { value: typed } : { problem: unsaid }
  }
  return useDraft({ value, show: (saved) => saved, read, save })
}

function means<Value>({
  text,
  value,
  read,
}: {
  text: string
  value: Value
  read: (text: string) => Reading<Value>
}): boolean {
  const reading = read(text)
  return 'value' in reading && reading.value === value
}
