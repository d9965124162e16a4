/** Work that the host has not taken yet, each by an object of its own. */
const waiting = new Set<object>()

/** Says whether that work still waits to be saved. */
export const markUnsaved = ({ work, isWaiting }: { work: object; isWaiting: boolean }): void => {
  if (isWaiting) waiting.add(work)
  else waiting.delete(work)
}

/** True while anything waits to be saved, on whichever screen it was keyed. */
export const hasUnsaved = (): boolean => waiting.size > 0

/** Another file: what waited for the last one cannot be saved any more. */
export const forgetUnsaved = (): void => waiting.clear()

/** A field being edited is saved when it is left. */
export const leaveField = (): void => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

/** The window asks before it throws away what is keyed and not saved; a field being edited is left, and so saved, first. */
export const askBeforeLeaving = (): void => {
  window.addEventListener('beforeunload', (event) => {
    leaveField()
    if (hasUnsaved()) event.preventDefault()
  })
}
