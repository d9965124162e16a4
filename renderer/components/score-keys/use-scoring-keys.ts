import { useEffect, useRef } from 'react'
import { inputMethodMs, joinedKeys } from '../../../shared/score-grid/joined-keys.ts'
import { isPadDigit, readKey } from '../../../shared/score-grid/read-key.ts'
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
    // Backspaces that wait: the person's, or an input method's, which types letters again, one of them another.
    let erasing = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    /** Letters that the input method is about to type again, and when the last one came. */
    let again = { letters: 0, at: 0 }
    const erase = (): void => {
      clearTimeout(timer)
      for (; erasing > 0; erasing -= 1) latest.current.dispatch({ type: 'erase' })
    }
    const takeOfInputMethod = ({ key, timeStamp }: KeyboardEvent): void => {
      const isAgain = erasing === 0 && again.letters > 0 && timeStamp - again.at < inputMethodMs
      clearTimeout(timer)
      again = { letters: isAgain ? again.letters - 1 : Math.max(0, erasing - 1), at: timeStamp }
      const isFirst = erasing > 0
      erasing = 0
      if (isAgain) return
      const keys = joinedKeys(key)
      if (keys.length > 0) latest.current.dispatch({ type: 'joined', keys })
      // What it takes apart again: the key that was pressed comes last.
      else if (!isFirst) latest.current.dispatch({ type: 'letter', letter: key.toLowerCase() })
    }
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isElsewhere(event)) return
      if (isOfInputMethod(event)) {
        takeOfInputMethod(event)
        event.preventDefault()
        return
      }
      const action = readKey(event, layout)
      if (action?.type === 'erase' && !event.repeat) {
        erasing += 1
        clearTimeout(timer)
        timer = setTimeout(erase, inputMethodMs)
        event.preventDefault()
        return
      }
      erase()
      // Where NumLock is off, a digit of the pad is called Page Up and would go to another ballot.
      if (!isPadDigit(event) && latest.current.onKey(event)) {
        event.preventDefault()
        return
      }
      if (action === undefined) return
      // A held digit would answer criterion after criterion.
      if (!event.repeat || action.type === 'move' || action.type === 'undo' || action.type === 'redo') {
        latest.current.dispatch(action)
      }
      event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => {
      erase()
      window.removeEventListener('keydown', press)
    }
  }, [layout])
}

/** A letter under no key of the board. A Vietnamese keyboard, whose digit row types ă and â, names the key. */
const isOfInputMethod = ({ key, code, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  code === '' && /^\p{L}$/u.test(key) && !ctrlKey && !metaKey && !altKey

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
