import type { KeyboardEvent } from 'react'

/** While the list of a search field is open, Enter takes its match and stays in the field. */
export function takeMatchOnEnter(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter' || event.currentTarget.getAttribute('aria-expanded') !== 'true') return
  event.preventDefault()
  event.stopPropagation()
  takeMatch(event.currentTarget.getAttribute('aria-controls'))
}

/** The marked match, or the first: the library marks it a moment after the list is drawn, and Enter may come before. */
function takeMatch(listId: string | null): void {
  const list = listId === null ? null : document.getElementById(listId)
  const marked = list?.querySelector<HTMLElement>('[data-combobox-selected]')
  const match = marked ?? list?.querySelector<HTMLElement>('[data-combobox-option]:not([data-combobox-disabled])')
  match?.click()
}
