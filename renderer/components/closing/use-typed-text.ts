import { useRef, type SyntheticEvent } from 'react'

type Field = HTMLInputElement | HTMLTextAreaElement

/**
 * Where somebody typed, within the element that gets `watch`, what would be lost with it: a text that is another one than
 * before, in a field that is still there. A field that saves itself counts while it says why it could not; one that a choice
 * beside it waits for counts while it is empty; what only looks for something, and a password, do not count.
 */
export function useTypedText() {
  const before = useRef(new WeakMap<Field, string>())
  const typed = useRef(new Set<Field>())
  const within = useRef<Element | null>(null)
  return {
    watch: {
      onFocusCapture: (event: SyntheticEvent) => {
        within.current = event.currentTarget
        const field = fieldOf(event)
        if (field !== null && !before.current.has(field)) before.current.set(field, field.value)
      },
      onInputCapture: (event: SyntheticEvent) => {
        const field = fieldOf(event)
        if (field !== null) typed.current.add(field)
      },
    },
    /** The first of them; undefined where nothing would be lost. */
    firstLost: (): Field | undefined =>
      [...(within.current?.querySelectorAll<HTMLInputElement>('input[data-awaited]') ?? [])].find(
        ({ value }) => value.trim() === '',
      ) ??
      [...typed.current].find(
        (field) =>
          field.isConnected &&
          field.value.trim() !== (before.current.get(field) ?? '').trim() &&
          (field.dataset['savesItself'] === undefined || field.getAttribute('aria-invalid') === 'true'),
      ),
  }
}

/** Null for what is no text, and for what lies in a dialog of its own that was opened from here. */
function fieldOf({ target, currentTarget }: SyntheticEvent): Field | null {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return null
  if (!currentTarget.contains(target)) return null
  return uncounted.includes(target.type) || target.dataset['finds'] !== undefined ? null : target
}

const uncounted = ['password', 'checkbox', 'radio', 'file']
