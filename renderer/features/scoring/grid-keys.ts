import { useEffect } from 'react'
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

/** Copy, cut and paste of cells, through the clipboard of the system. */
export function useClipboard(desk: BallotDesk, onPaste: (text: string) => void): void {
  useEffect(() => {
    const isOurs = (): boolean =>
      document.querySelector('[role="dialog"]') === null && desk.read().grid?.layout.kind === 'grid'
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
