/** As the `ref` of the field or button that the person came for: it has the focus once it is on screen. */
export const focusAtStart = (element: HTMLElement | null): void => element?.focus()
