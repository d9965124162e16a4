import { useEffect } from 'react'

/** The first screen of a window begins as every page of a browser does. */
let isFirst = true

/**
 * Of a screen that takes the place of another: where nothing has the focus by then, its title has it, so that the next key
 * goes on from there and a screen reader says where it is.
 */
export function useTitleFocus(): void {
  useEffect(() => {
    if (!isFirst) keepFocus()
    isFirst = false
  }, [])
}

/**
 * For the frame of all screens: what had the focus may go with what it did (the button that locks a session, the row that it
 * took off), and nothing of its own sees to the focus. Then the first that is left of those has it that the part around it names
 * (`data-focus-heirs`: ids), else the screen's title.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: EventTarget | null = null
    let timer = 0
    let heirs: readonly string[] = []
    const note = ({ target }: FocusEvent): void => {
      last = target
      if (!(target instanceof Element)) return
      const part = target.closest<HTMLElement>('[data-focus-heirs]')
      // A dialog stands apart from the part that asked.
      if (part !== null || target.closest('[role="dialog"]') === null)
        heirs = part?.dataset.focusHeirs?.split(' ') ?? []
    }
    const watch = new MutationObserver(() => {
      if (!(last instanceof Element) || last.isConnected || timer !== 0) return
      timer = window.setTimeout(() => {
        timer = 0
        keepFocus(heirs)
      }, untilSeenTo)
    })
    document.addEventListener('focusin', note)
    watch.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', note)
      watch.disconnect()
      window.clearTimeout(timer)
    }
  }, [])
}

/** Milliseconds after which whoever sees to its focus itself has: a dialog gives it back once it is gone. */
const untilSeenTo = 50

/** Gives the dialog on top, else the first heir that there is, else the screen's title, the focus where nothing has it. */
function keepFocus(heirs: readonly string[] = []): void {
  const { activeElement } = document
  if (activeElement !== null && activeElement !== document.body) return
  const dialog = [...document.querySelectorAll<HTMLElement>('[role="dialog"]')].at(-1)
  const [heir] = heirs.flatMap((id) => document.getElementById(id) ?? [])
  if (dialog === undefined && heir !== undefined) return heir.focus()
  const title = dialog ?? document.querySelector<HTMLElement>('main h1')
  title?.focus({ preventScroll: true })
}
