import { useEffect, useRef } from 'react'
import { inputMethodMs, isPadDigit, readKey, telexKey } from '../../../shared/score-grid/read-key.ts'
import type { GridAction } from '../../../shared/score-grid/grid-step.ts'

type UseScoringKeysInput = {
  layout: 'ballot' | 'grid'
  dispatch: (action: GridAction) => void
  onKey: (event: KeyboardEvent) => boolean
}

/**
 * Sends the keys of the whole window to the ballots while a scoring screen stands: an office types without first
 * clicking anywhere. Fields, dialogs and menus keep their keys; Enter and Space on a button stay the button's.
 * `onKey` sees every key first and answers true for those that it took.
 */
export function useScoringKeys({ layout, dispatch, onKey }: UseScoringKeysInput): void {
  const latest = useRef({ dispatch, onKey })
  useEffect(() => {
    latest.current = { dispatch, onKey }
  })
  useEffect(() => {
    let erasing: ReturnType<typeof setTimeout> | null = null
    const erase = (): void => {
      erasing = null
      latest.current.dispatch({ type: 'erase' })
    }
    /** A Backspace that waits is done now, or was the input method's, which put another letter in place of the last. */
    const settleErasing = (isOfInputMethod: boolean): void => {
      if (erasing === null) return
      clearTimeout(erasing)
      if (isOfInputMethod) erasing = null
      else erase()
    }
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isElsewhere(event)) return
      const typed = telexKey(event.key)
      settleErasing(typed !== undefined)
      // Where NumLock is off, a digit of the pad is called Page Up and would go to another ballot.
      if (!isPadDigit(event) && latest.current.onKey(event)) {
        event.preventDefault()
        return
      }
      const action = readKey(typed === undefined ? event : { ...plainKey, key: typed }, layout)
      if (action === undefined) return
      if (action.type === 'erase' && !event.repeat) {
        erasing = setTimeout(erase, inputMethodMs)
        event.preventDefault()
        return
      }
      // A held digit would answer criterion after criterion.
      if (!event.repeat || action.type === 'move' || action.type === 'undo' || action.type === 'redo') {
        latest.current.dispatch(action)
      }
      event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => {
      settleErasing(false)
      window.removeEventListener('keydown', press)
    }
  }, [layout])
}

const plainKey = { code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

function isElsewhere({ target, key }: KeyboardEvent): boolean {
  if (document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]') !== null) return true
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return !isRadio(target)
  const isButton = target.closest('button, a') !== null
  return isButton && (key === 'Enter' || key === ' ')
}

/** The order switch is made of radio inputs, which use the arrows only. */
const isRadio = (target: HTMLElement): boolean =>
  target instanceof HTMLInputElement && target.type === 'radio' && !target.matches(':focus-visible')
