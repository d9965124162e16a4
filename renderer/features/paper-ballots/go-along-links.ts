import type { KeyboardEvent } from 'react'

/** ↑ and ↓ go from the link of a row (`data-row-link`) to that of the row above or below. */
export function goAlongLinks(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.nativeEvent.isComposing) return
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-link]')]
  const at = links.findIndex((link) => link === event.target)
  if (at === -1) return
  event.preventDefault()
  links[at + (event.key === 'ArrowUp' ? -1 : 1)]?.focus()
}
