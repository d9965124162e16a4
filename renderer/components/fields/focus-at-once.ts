/**
 * A `ref` of the field in a dialog that a key opened: it has the focus before the key that follows. In a task of its own,
 * once the dialog has noted where the focus was.
 */
export function focusAtOnce(field: HTMLElement | null): void {
  queueMicrotask(() => field?.focus({ preventScroll: true }))
}
