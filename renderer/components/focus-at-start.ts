/** As the `ref` of a screen's main field or button: gives it the focus when it appears. */
export function focusAtStart(element: HTMLElement | null): void {
  return element?.focus()
}
