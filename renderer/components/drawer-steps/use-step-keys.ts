import { useEffect, useRef, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { matchesShortcut } from '../../app/commands/command.ts'
import type { StepButtons } from './DrawerSteps.tsx'

/**
 * Alt+PageUp and Alt+PageDown press the buttons of a drawer's steps from anywhere in it. A field that had the focus is left,
 * which saves it; the same field of the next record has it then, or the same line (`data-stays`) of its list.
 */
export function useStepKeys() {
  const buttons: StepButtons = { before: useRef<HTMLButtonElement>(null), after: useRef<HTMLButtonElement>(null) }
  /** Where the focus goes once the next record is drawn. */
  const wanted = useRef<Wanted | null>(null)
  useEffect(() => {
    const { current } = wanted
    const drawer = buttons.after.current?.closest('[role="dialog"]')
    if (current === null || drawer === null || drawer === undefined) return
    const isStill =
      document.activeElement === buttons.before.current || document.activeElement === buttons.after.current
    const next = nextOf(drawer, current)
    if (!isStill) wanted.current = null
    else if (next !== undefined) {
      wanted.current = null
      next.focus()
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
      const line = target.closest<HTMLElement>('[data-stays]')
      const name = target.matches(fields) ? nameOf(target as Field) : ''
      // Left before anybody asks whether something of it would be lost.
      flushSync(() => button.focus())
      const isWanted = name !== '' || line !== null
      wanted.current = isWanted ? { name, from: target, line } : null
    }
    button.click()
  }
  return { buttons, onKeyDown }
}

type Wanted = {
  /** Of the field; empty where the focus was on no field. */
  readonly name: string
  readonly from: Element
  /** The line that it was in. */
  readonly line: HTMLElement | null
}

/** Undefined until the next record is drawn. A line that the next record has not gives way to its first. */
function nextOf(drawer: Element, { name, from, line }: Wanted): HTMLElement | undefined {
  if (from.isConnected) return undefined
  const field = [...drawer.querySelectorAll<Field>(fields)].find((one) => name !== '' && nameOf(one) === name)
  if (field !== undefined || line === null) return field
  const lines = [...drawer.querySelectorAll<HTMLElement>('[data-stays]')]
  const same = lines.find(({ dataset }) => dataset.stays === line.dataset.stays) ?? lines[0]
  return same?.querySelector('button') ?? undefined
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
const fields = 'input, textarea, select'

const nameOf = (field: Field): string => field.getAttribute('aria-label') ?? field.labels?.[0]?.textContent ?? ''
