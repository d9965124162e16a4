/**
 * Copies a text, and what it is as HTML where that is given, by the event of copying: the window grants no permission that
 * the clipboard's own interface asks for.
 *
 * @throws Error where the browser does not copy
 */
export function toClipboard({ text, html }: { readonly text: string; readonly html?: string }): void {
  const write = (event: ClipboardEvent): void => {
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/plain', text)
    if (html !== undefined) event.clipboardData?.setData('text/html', html)
  }
  document.addEventListener('copy', write, { capture: true })
  try {
    if (!document.execCommand('copy')) throw new Error('the browser did not copy')
  } finally {
    document.removeEventListener('copy', write, { capture: true })
  }
}
