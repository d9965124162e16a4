import { useEffect, useRef, type KeyboardEvent } from 'react'
import { inputMethodMs, joinedKeys } from '../../../shared/score-grid/joined-keys.ts'

/**
 * Sees the first keys of a field that the key `Y` opened, and answers true for those that it took. An input method knows
 * nothing of commands: it joins the Y with the s that the person types first, and sends Backspace and `ý`. That s is typed
 * then; a Backspace that no such letter follows does what Backspace does.
 */
export function useFirstKey(): (event: KeyboardEvent<HTMLTextAreaElement>) => boolean {
  const state = useRef({ isOver: false, isUpper: false, erasing: 0 })
  useEffect(() => () => clearTimeout(state.current.erasing), [])
  return (event) => {
    const { key, nativeEvent, currentTarget: field } = event
    const now = state.current
    if (now.isOver) return false
    if (key === 'Shift') {
      now.isUpper = true
      return false
    }
    if (now.erasing === 0 && key === 'Backspace' && !nativeEvent.repeat) {
      event.preventDefault()
      now.erasing = window.setTimeout(() => {
        now.isOver = true
        eraseBehind(field)
      }, inputMethodMs)
      return true
    }
    now.isOver = true
    if (now.erasing === 0) return false
    clearTimeout(now.erasing)
    const typed = isOfY(key) ? joinedKeys(key)[0] : undefined
    if (typed === undefined) {
      eraseBehind(field)
      return false
    }
    event.preventDefault()
    insert(field, now.isUpper || event.shiftKey ? typed.toUpperCase() : typed)
    return true
  }
}

const isOfY = (key: string): boolean => key.normalize('NFD')[0]?.toLowerCase() === 'y'

// The browser's own commands: they keep its undo, and the field says that it changed.
function insert(field: HTMLTextAreaElement, text: string): void {
  field.focus()
  document.execCommand('insertText', false, text)
}

function eraseBehind(field: HTMLTextAreaElement): void {
  field.focus()
  document.execCommand('delete')
}
