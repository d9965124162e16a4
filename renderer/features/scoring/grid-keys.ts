import { useEffect, useRef } from 'react'
import { copyBlock } from '../../../shared/score-grid/clipboard-block.ts'
import type { BallotDesk } from './ballot-desk.ts'

/** The button or dialog that had the focus is gone: back to the cell under the cursor. */
export function focusCell(): void {
  requestAnimationFrame(() => {
    const grid = document.querySelector('[role="grid"]')
    grid?.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus({ preventScroll: true })
  })
}

/** Tab walks the cells while the focus is in the grid, and leaves it at either end. */
export function moveByTab(desk: BallotDesk, event: KeyboardEvent): boolean {
  if (!(event.target instanceof HTMLElement) || event.target.closest('[role="grid"]') === null) return false
  const before = desk.read().grid?.cursor
  desk.dispatch({ type: 'move', to: event.shiftKey ? 'previous' : 'next' })
  return desk.read().grid?.cursor !== before
}

/** Whether the cursor stands among the cells of that product. */
export function isGridOf(desk: BallotDesk, agendaItemId: number): boolean {
  const { grid } = desk.read()
  return grid?.layout.kind === 'grid' && grid.ballots[grid.cursor.ballot]?.agendaItemId === agendaItemId
}

type UseClipboardInput = {
  readonly desk: BallotDesk
  /** Whether the cursor stands in the cells that the screen shows. */
  readonly isHere: () => boolean
  readonly onPaste: (text: string) => void
}

/** Copy, cut and paste of cells, through the clipboard of the system. */
export function useClipboard({ desk, isHere, onPaste }: UseClipboardInput): void {
  const latest = useRef(isHere)
  useEffect(() => {
    latest.current = isHere
  })
  useEffect(() => {
    const isOurs = (): boolean => document.querySelector('[role="dialog"]') === null && latest.current()
    const copy = (event: ClipboardEvent): void => {
      const { grid } = desk.read()
      if (!isOurs() || grid === null || (document.getSelection()?.toString() ?? '') !== '') return
      event.clipboardData?.setData('text/plain', copyBlock(grid))
      event.preventDefault()
      if (event.type === 'cut') desk.dispatch({ type: 'clear' })
    }
    const paste = (event: ClipboardEvent): void => {
      if (!isOurs()) return
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (text !== '') onPaste(text)
      event.preventDefault()
    }
    document.addEventListener('copy', copy)
    document.addEventListener('cut', copy)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('copy', copy)
      document.removeEventListener('cut', copy)
      document.removeEventListener('paste', paste)
    }
  }, [desk, onPaste])
}
