import { useEffect, useRef, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { matchesShortcut } from '../../app/commands/command.ts'
import type { StepButtons } from './DrawerSteps.tsx'

/**
 * Alt+PageUp and Alt+PageDown press the buttons of a drawer's steps from anywhere in it. A field that had the focus is left,
 * which saves it; the same field of the next record has it then.
 */
export function useStepKeys() {
  const buttons: StepButtons = { before: useRef<HTMLButtonElement>(null), after: useRef<HTMLButtonElement>(null) }
  /** Where the focus goes once the next record is drawn. */
  const wanted = useRef<{ readonly name: string; readonly from: Element } | null>(null)
  useEffect(() => {
    const { current } = wanted
    const drawer = buttons.after.current?.closest('[role="dialog"]')
    if (current === null || drawer === null || drawer === undefined) return
    const isStill =
      document.activeElement === buttons.before.current || document.activeElement === buttons.after.current
    const field = [...drawer.querySelectorAll<Field>(fields)].find((one) => nameOf(one) === current.name)
    if (!isStill) wanted.current = null
    else if (field !== undefined && field !== current.from) {
      wanted.current = null
      field.focus()
    }
  })
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const { target, currentTarget, nativeEvent } = event
    const way = matchesShortcut('alt+pagedown', nativeEvent) ? 'after' : 'before'
    if (way === 'before' && !matchesShortcut('alt+pageup', nativeEvent)) return
    const button = buttons[way].current
    // A dialog that was opened from the drawer has its own keys.
    if (button === null || !(target instanceof Element) || !currentTarget.contains(target)) return
    event.preventDefault()
    if (event.repeat) return
    // A grey button says why, and nothing is left.
    if (button.ariaDisabled !== 'true') {
      const name = target.matches(fields) ? nameOf(target as Field) : ''
      // Left before anybody asks whether something of it would be lost.
      flushSync(() => button.focus())
      wanted.current = name === '' ? null : { name, from: target }
    }
    button.click()
  }
  return { buttons, onKeyDown }
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
const fields = 'input, textarea, select'

const nameOf = (field: Field): string => field.getAttribute('aria-label') ?? field.labels?.[0]?.textContent ?? ''
