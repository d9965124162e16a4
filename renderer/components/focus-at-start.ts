/** As the `ref` of the field or button that the person came for: it has the focus once it is on screen. */
export function focusAtStart(element: HTMLElement | null): void {
  return element?.focus()
}
