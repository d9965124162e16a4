import { useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { inputMethodMs, joinedKeys } from '../../../shared/score-grid/joined-keys.ts'
import { isPadDigit, readKey } from '../../../shared/score-grid/read-key.ts'
import type { GridAction } from '../../../shared/score-grid/grid-step.ts'

type UseScoringKeysInput = {
  layout: 'ballot' | 'grid'
  /** Whether what the keys are meant for lies under the cursor, is still on its way, or cannot be had. */
  at: () => KeysPlace
  dispatch: (action: GridAction) => void
  onKey: (event: KeyboardEvent) => boolean | 'later'
}

export type KeysPlace = 'here' | 'coming' | 'gone'

/**
 * Sends the keys of the whole window to the ballots while a scoring screen stands: an office types without first
 * clicking anywhere. Fields, dialogs and menus keep their keys; Enter and Space on a button stay the button's.
 * `onKey` sees every key first and answers true for those that it took.
 *
 * What is typed while the ballot is still on its way (`onKey` answers `later` for commands that need it) waits with all that
 * follows, and is typed anew once it is there: no key reaches the ballot that was under the cursor before. A click drops it.
 */
export function useScoringKeys({ layout, at, dispatch, onKey }: UseScoringKeysInput): void {
  const latest = useRef({ at, dispatch, onKey })
  const held = useRef<KeyboardEvent[]>([])
  const play = useRef((): void => {})
  useEffect(() => {
    latest.current = { at, dispatch: (action) => at() === 'here' && dispatch(action), onKey }
    if (held.current.length > 0) queueMicrotask(() => play.current())
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
    const isComing = (): boolean => latest.current.at() === 'coming'
    const hold = (event: KeyboardEvent): void => {
      held.current.push(event)
      event.preventDefault()
    }
    const take = (event: KeyboardEvent): void => {
      if (isElsewhere(event)) return
      if (isOfInputMethod(event)) {
        if (isComing()) return hold(event)
        takeOfInputMethod(event)
        event.preventDefault()
        return
      }
      const action = readKey(event, layout)
      if (action?.type === 'erase' && !event.repeat && !isComing()) {
        erasing += 1
        clearTimeout(timer)
        timer = setTimeout(erase, inputMethodMs)
        event.preventDefault()
        return
      }
      erase()
      // Where NumLock is off, a digit of the pad is called Page Up and would go to another ballot.
      const taken = !isPadDigit(event) && latest.current.onKey(event)
      if (taken === 'later') return hold(event)
      if (taken) {
        event.preventDefault()
        return
      }
      if (action === undefined) return
      if (isComing()) return hold(event)
      // A held digit would answer criterion after criterion.
      if (!event.repeat || action.type === 'move' || action.type === 'undo' || action.type === 'redo') {
        latest.current.dispatch(action)
      }
      event.preventDefault()
    }
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return
      if (held.current.length === 0) return take(event)
      if (!isTyped(event) || isElsewhere(event)) return
      hold(event)
      play.current()
    }
    const drop = (): void => void (held.current = [])
    play.current = (): void => {
      while (held.current.length > 0 && !isComing()) {
        const [event, ...rest] = held.current
        held.current = rest
        if (event !== undefined && latest.current.at() === 'here') flushSync(() => take(event))
        // A field that it led to: what follows was no key of the ballot.
        if (isField(document.activeElement)) drop()
      }
    }
    window.addEventListener('keydown', press)
    window.addEventListener('pointerdown', drop)
    return () => {
      erase()
      drop()
      window.removeEventListener('keydown', press)
      window.removeEventListener('pointerdown', drop)
    }
  }, [layout])
}

/** What a scoring screen may take; the rest is the window's and waits for nothing. */
const isTyped = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  !altKey && (ctrlKey || metaKey ? /^(?:[zy]|Enter)$/i.test(key) : !/^(?:F(?:1|[35-9]|1[0-2])|Escape)$/.test(key))

/** A letter under no key of the board. A Vietnamese keyboard, whose digit row types ă and â, names the key. */
const isOfInputMethod = ({ key, code, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  code === '' && /^\p{L}$/u.test(key) && !ctrlKey && !metaKey && !altKey

function isElsewhere({ target, key }: KeyboardEvent): boolean {
  if (document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]') !== null) return true
  if (!(target instanceof HTMLElement)) return false
  if (isField(target)) return !isRadio(target)
  const isButton = target.closest('button, a') !== null
  return isButton && (key === 'Enter' || key === ' ')
}

const isField = (element: Element | null): boolean =>
  element instanceof HTMLElement && (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName))

/** The order switch is made of radio inputs, which use the arrows only. */
const isRadio = (target: HTMLElement): boolean =>
  target instanceof HTMLInputElement && target.type === 'radio' && !target.matches(':focus-visible')
