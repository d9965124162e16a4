/** What is filled in, or the button that stands for a file that is chosen. */
const anyField = [
  'input:not(:disabled, [type="hidden"], [type="file"])',
  'textarea:not(:disabled)',
  'button:has(+ input[type="file"])',
].join()

/**
 * As the `ref` of a dialog's body: what asks for the focus has it, else the first field, and not the cross, which stands before
 * both. Fields that come with an answer of the file take it as they come, unless it went elsewhere meanwhile.
 */
export function startAtFirstField(body: HTMLElement | null): (() => void) | undefined {
  if (body === null) return undefined
  if (start(body)) return undefined
  const later = new MutationObserver(() => start(body) && later.disconnect())
  later.observe(body, { childList: true, subtree: true })
  return () => later.disconnect()
}

/** Whether there is something to start at. */
function start(body: HTMLElement): boolean {
  const { activeElement } = document
  const present = activeElement instanceof HTMLElement && body.contains(activeElement) ? activeElement : null
  const first = present ?? body.querySelector<HTMLElement>('[data-autofocus]') ?? firstField(body)
  if (first === null) return false
  // The trap of the focus looks for it a moment after the dialog opens.
  first.setAttribute('data-autofocus', '')
  if (body.closest('[role="dialog"]')?.contains(activeElement) === true) first.focus()
  return true
}

/** Of a group of choices the chosen one, as the Tab key has it. */
function firstField(body: HTMLElement): HTMLElement | null {
  const field = body.querySelector<HTMLInputElement | HTMLTextAreaElement | HTMLButtonElement>(anyField)
  if (field?.type !== 'radio') return field
  return body.querySelector<HTMLInputElement>(`input[name="${CSS.escape(field.name)}"]:checked`) ?? field
}
