import type { KeyboardEvent } from 'react'

/**
 * For the rows of a table whose cells hold an element with `data-column`: ↑ and ↓ go to the element of the same column
 * in the row above or below. With Alt they are left to whoever moves rows.
 */
export function goAlongColumn(event: KeyboardEvent<HTMLTableRowElement>): void {
  if (event.altKey || event.nativeEvent.isComposing || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
  const column = event.target instanceof HTMLElement ? event.target.dataset['column'] : undefined
  if (column === undefined) return
  const cells = [
    ...(event.currentTarget.closest('tbody')?.querySelectorAll<HTMLElement>(`[data-column="${column}"]`) ?? []),
  ]
  const at = cells.findIndex((cell) => cell === event.target)
  event.preventDefault()
  cells[at + (event.key === 'ArrowUp' ? -1 : 1)]?.focus()
}
