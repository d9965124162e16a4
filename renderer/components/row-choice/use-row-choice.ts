import { useEffect, useRef, useState, type KeyboardEvent } from 'react'

/**
 * Rows that are chosen for one deed, as in a file manager: Space or a box chooses one, Shift+↑ and Shift+↓ (or a click with
 * Shift) everything on the way, Ctrl+A all, Escape none. Keys are for rows whose focus is in their box, or in an element with `data-column`;
 * Ctrl+A for the whole screen, but in fields and dialogs.
 */
export function useRowChoice(ids: readonly number[], isOn: boolean) {
  const [wanted, setWanted] = useState<ReadonlySet<number>>(new Set())
  /** Where a stretch began. */
  const anchor = useRef<number | null>(null)
  const chosen = new Set(isOn ? ids.filter((id) => wanted.has(id)) : [])
  const clear = (): void => setWanted(new Set())
  const toggle = (id: number): void => {
    anchor.current = id
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setWanted(next)
  }
  const stretchTo = (id: number): void => {
    anchor.current ??= id
    const [from, to] = [ids.indexOf(anchor.current), ids.indexOf(id)].toSorted((one, other) => one - other)
    setWanted(new Set(ids.slice(from, (to ?? 0) + 1)))
  }
  /** From that row on to the next one, or the one before. */
  const stretchBy = (id: number, step: 1 | -1): void => {
    if (chosen.size === 0) anchor.current = id
    stretchTo(ids[ids.indexOf(id) + step] ?? id)
  }
  const latest = useRef({ ids, clear, hasChosen: false })
  useEffect(() => {
    latest.current = { ids, clear, hasChosen: chosen.size > 0 }
  })
  useEffect(() => {
    if (!isOn) return
    const press = (event: globalThis.KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isElsewhere(event.target)) return
      if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && latest.current.ids.length > 0) {
        event.preventDefault()
        setWanted(new Set(latest.current.ids))
      }
      if (event.key === 'Escape' && latest.current.hasChosen) {
        event.preventDefault()
        latest.current.clear()
      }
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [isOn])
  return {
    chosen,
    clear,
    toggle,
    stretchTo,
    stretchBy,
    choose: (some: readonly number[]) => setWanted(new Set(some)),
    /** To be asked before whoever moves along the rows. */
    onRowKey: (id: number, event: KeyboardEvent<HTMLTableRowElement>): void => {
      const isInRow = event.target instanceof HTMLElement && event.target.dataset['column'] !== undefined
      if (!isOn || !isInRow || event.altKey || event.ctrlKey || event.nativeEvent.isComposing) return
      if (event.key === ' ' && !event.shiftKey) {
        event.preventDefault()
        toggle(id)
      }
      if (event.shiftKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
        stretchBy(id, event.key === 'ArrowUp' ? -1 : 1)
      }
    },
  }
}

export type RowChoice = ReturnType<typeof useRowChoice>

const isElsewhere = (target: EventTarget | null): boolean =>
  document.querySelector('[role="dialog"]') !== null ||
  (target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox]), textarea, select')))
