/** Work that the host has not taken yet, each by an object of its own. */
const waiting = new Set<object>()

/** Says whether that work still waits to be saved. */
export const markUnsaved = ({ work, isWaiting }: { work: object; isWaiting: boolean }): void => {
  if (isWaiting) waiting.add(work)
  else waiting.delete(work)
}

/** Another file: what waited for the last one cannot be saved any more. */
export const forgetUnsaved = (): void => waiting.clear()

/** The window asks before it throws away what is keyed and not saved; a field being edited is left, and so saved, first. */
export const askBeforeLeaving = (): void => {
  window.addEventListener('beforeunload', (event) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    if (waiting.size > 0) event.preventDefault()
  })
}
