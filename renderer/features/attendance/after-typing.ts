/**
 * Goes on once nobody types: at once where no text field has the focus but one of `own`, else when that field is left for
 * what is none. A dialog that opens in between would take the next keys.
 */
export function afterTyping(own: (field: HTMLElement) => boolean, then: () => void): void {
  const field = document.activeElement
  if (!(field instanceof HTMLElement) || !isText(field) || own(field)) {
    then()
    return
  }
  // The next element has the focus only after the event.
  field.addEventListener('blur', () => setTimeout(() => afterTyping(own, then)), { once: true })
}

const isText = (field: HTMLElement): boolean => field.matches('input:not([type="checkbox"], [type="radio"]), textarea')
