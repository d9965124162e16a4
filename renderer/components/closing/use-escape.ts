import { useEffect, useEffectEvent } from 'react'

type Panel = { readonly close: () => void }

/** Dialogs and drawers that are open, the one in front last. */
const panels: Panel[] = []

/**
 * Escape closes what is in front, and that alone: a question about a dialog, not the dialog; a dialog, not the drawer that
 * it was opened from. What is open without minding Escape keeps it from what lies behind.
 */
export function useEscape(isOpen: boolean, onEscape: () => void): void {
  const close = useEffectEvent(onEscape)
  useEffect(() => {
    if (!isOpen) return
    const panel = { close: () => close() }
    panels.push(panel)
    if (panels.length === 1) window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => {
      panels.splice(panels.indexOf(panel), 1)
      if (panels.length === 0) window.removeEventListener('keydown', onKeyDown, { capture: true })
    }
  }, [isOpen])
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.isComposing || event.repeat) return
  if (event.target instanceof Element && takesEscape(event.target)) return
  panels.at(-1)?.close()
}

/** An open list of choices, as Mantine marks its field; a field whose draft goes first; the lock over everything. */
const takesEscape = (target: Element): boolean =>
  target.closest('[data-mantine-stop-propagation="true"], [data-has-draft], dialog') !== null
