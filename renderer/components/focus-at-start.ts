/** As the `ref` of a screen's main field or button: gives it the focus when it appears. */
export function focusAtStart(element: HTMLElement | null): void {
  return element?.focus()
}

/** The same for what comes by itself a while later: whoever types elsewhere by then goes on typing there. */
export function focusUnlessTyping(element: HTMLElement | null): void {
  if (document.activeElement?.matches('input, select, textarea') !== true) element?.focus()
}
